/**
 * Texts that the archive signs for itself: addresses of private files, download tokens, values of finished uploads. One
 * format (JWS, HMAC-SHA256), keys of one origin.
 */
@NullMarked
package org.dermarium.grant;

import org.jspecify.annotations.NullMarked;

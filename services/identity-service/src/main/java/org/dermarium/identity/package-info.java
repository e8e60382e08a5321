/**
 * The identity service: accounts with their roles, the pages where people register and sign in, and the OAuth2
 * authorization server that gives browsers, scripts and the command-line client their tokens.
 */
@NullMarked
package org.dermarium.identity;

import org.jspecify.annotations.NullMarked;

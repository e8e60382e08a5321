/** The browser's session: signing in and out by the code flow, and the encrypted cookie that keeps the tokens from page script. */
@NullMarked
package org.dermarium.gateway.session;

import org.jspecify.annotations.NullMarked;

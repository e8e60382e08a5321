/**
 * The OAuth2 authorization server: registered clients, the code flow with PKCE and its out-of-band form, refresh,
 * revocation, the signing key and the claims of access tokens.
 */
@NullMarked
package org.dermarium.identity.oauth;

import org.jspecify.annotations.NullMarked;

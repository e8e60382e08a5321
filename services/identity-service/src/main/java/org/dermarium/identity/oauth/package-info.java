/**
 * The doors of the OAuth2 authorization server: registered clients, the code flow with PKCE and its out-of-band form,
 * refresh and revocation.
 */
@NullMarked
package org.dermarium.identity.oauth;

import org.jspecify.annotations.NullMarked;

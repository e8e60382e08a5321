package org.dermarium.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leave to fetch one thing as somebody. It holds no rights: whoever takes it looks up what its holder may do at that
 * moment.
 *
 * @param purpose the kind of thing, such as {@code image}; a grant for one purpose is none for another
 * @param subject which one
 * @param holder null when it was given to nobody in particular, who may fetch what everybody may
 * @param until to the second
 */
public record Grant(
        String purpose, String subject, @Nullable Holder holder, Instant until) {

    /**
     * For whom it was signed.
     *
     * @param sid the authorization that their token belonged to, with whose end the grant ends; null for a token without one
     */
    public record Holder(long user, @Nullable String sid) {}
}

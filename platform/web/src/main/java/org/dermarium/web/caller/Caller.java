package org.dermarium.web.caller;

import org.dermarium.grant.Grant;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Who sent a request. Usable as an argument of a controller method. */
public sealed interface Caller {

    /** Nobody known: no token, or one that is not good. */
    record Anonymous() implements Caller {}

    /**
     * Somebody with an account.
     *
     * @param sid the authorization that the token belongs to, with whose end all ends that was given out for it; null when
     *     the token names none
     */
    record Member(
            long id,
            String email,
            String name,
            boolean isStaff,
            @Nullable String sid) implements Caller {

        /** Somebody who did not come with a token. */
        public Member(long id, String email, String name, boolean isStaff) {
            this(id, email, name, isStaff, null);
        }
    }

    Caller ANONYMOUS = new Anonymous();

    /** Who sent this request, as its token says. */
    static Caller of(ServerWebExchange exchange) {
        return CallerFilter.of(exchange);
    }

    default boolean isStaff() {
        return this instanceof Member member && member.isStaff;
    }

    /** For whom an address is signed that the caller gets; null for nobody in particular. */
    default Grant.@Nullable Holder holder() {
        return this instanceof Member member ? new Grant.Holder(member.id, member.sid) : null;
    }

    /** @throws Refusal when nobody is signed in */
    default Member member() {
        if (this instanceof Member member) {
            return member;
        }
        throw Refusal.unauthorized();
    }

    /** @throws Refusal when the caller is not staff; as existing clients know it, this is 401 and not 403 */
    default Member staff() {
        Member member = member();
        if (!member.isStaff) {
            throw Refusal.unauthorized();
        }
        return member;
    }
}

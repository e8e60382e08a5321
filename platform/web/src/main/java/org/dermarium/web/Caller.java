package org.dermarium.web;

/** Who sent a request. Usable as an argument of a controller method. */
public sealed interface Caller {

    /** Nobody known: no token, or one that is not good. */
    record Anonymous() implements Caller {}

    /** Somebody with an account. */
    record Member(long id, String email, String name, boolean isStaff) implements Caller {}

    Caller ANONYMOUS = new Anonymous();

    default boolean isStaff() {
        return this instanceof Member member && member.isStaff;
    }

    /** @throws Unauthorized when nobody is signed in */
    default Member member() {
        if (this instanceof Member member) {
            return member;
        }
        throw new Unauthorized();
    }

    /** @throws Unauthorized when the caller is not staff; as existing clients know it, this is 401 and not 403 */
    default Member staff() {
        Member member = member();
        if (!member.isStaff) {
            throw new Unauthorized();
        }
        return member;
    }
}

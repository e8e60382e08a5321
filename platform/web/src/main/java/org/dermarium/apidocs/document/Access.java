package org.dermarium.apidocs.document;

import java.util.Arrays;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.SignedIn;
import org.dermarium.web.caller.Staff;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Whom an operation answers, as the arguments of its method say. */
enum Access {
    /** Does not even ask who calls. */
    OPEN,
    /** Tells strangers less. */
    ANYBODY,
    MEMBER,
    STAFF;

    static Access of(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(Access::of)
                .reduce(OPEN, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    boolean needsAccount() {
        return this == MEMBER || this == STAFF;
    }

    private static Access of(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(Staff.class)) {
            return STAFF;
        }
        if (parameter.getParameterType() == Caller.Member.class || parameter.hasParameterAnnotation(SignedIn.class)) {
            return MEMBER;
        }
        return parameter.getParameterType() == Caller.class ? ANYBODY : OPEN;
    }
}

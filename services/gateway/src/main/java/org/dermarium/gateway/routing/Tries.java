package org.dermarium.gateway.routing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;

/** The instances that one request was sent to so far, so that another try goes to another one. */
record Tries(Set<String> instances) {

    static final String ATTRIBUTE = Tries.class.getName();

    static Tries none() {
        return new Tries(ConcurrentHashMap.newKeySet());
    }

    /** Null where nobody would try again. */
    static @Nullable Tries of(Request<?> request) {
        RequestData data =
                request.getContext() instanceof RequestDataContext context ? context.getClientRequest() : null;
        return data == null || data.getAttributes() == null
                ? null
                : (Tries) data.getAttributes().get(ATTRIBUTE);
    }

    /** Whether the service cannot have seen the request. */
    static boolean wasNotSent(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof CallNotPermittedException;
    }

    /** Whether the request may be sent again when it {@code changesNothing}, as its connection broke. */
    static boolean mayBeRepeated(boolean changesNothing, Throwable failure) {
        return wasNotSent(failure) || changesNothing && failure instanceof IOException;
    }
}

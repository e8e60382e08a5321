package org.dermarium.store.idempotency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a POST was answered with.
 *
 * @param bodySha256 of the request's body
 * @param location of the header of that name, or null
 */
record KeptAnswer(
        byte[] bodySha256,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        byte[] body) {

    boolean isOf(byte[] sha256) {
        return Arrays.equals(bodySha256, sha256);
    }
}

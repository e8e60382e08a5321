package org.dermarium.catalog.collection;

import java.math.BigInteger;

/** The number in an address. Any whole number is one; those beyond 64 bits are the ids of nothing. */
public final class CollectionId {

    private static final long NOTHING = -1;

    private CollectionId() {}

    public static long of(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValue() : NOTHING;
    }
}

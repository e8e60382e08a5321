package org.dermarium.catalog.collection;

/** How long the texts of a collection may be, in characters. */
public final class CollectionLimits {

    public static final int LONGEST_NAME = 200;

    /** Every event of the collection carries it, and every list of collections. */
    public static final int LONGEST_DESCRIPTION = 10_000;

    private CollectionLimits() {}
}

package org.dermarium.blobs.ledger;

import java.util.Locale;

/** Where an object lies. */
public record ObjectName(Area area, String key) implements Comparable<ObjectName> {

    /** The two buckets, by what they are for: their names are settings, and rows outlive those. */
    public enum Area {
        PRIVATE,
        PUBLIC;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Area of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public static ObjectName inPrivate(String key) {
        return new ObjectName(Area.PRIVATE, key);
    }

    public static ObjectName inPublic(String key) {
        return new ObjectName(Area.PUBLIC, key);
    }

    /** By bucket and key: rows are locked in this order, so that nobody waits in a circle. */
    @Override
    public int compareTo(ObjectName other) {
        int areas = area.compareTo(other.area);
        return areas != 0 ? areas : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return area.label() + "/" + key;
    }
}

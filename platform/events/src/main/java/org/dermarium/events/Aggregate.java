package org.dermarium.events;

/** A thing whose whole state is published whenever it changes. */
public sealed interface Aggregate
        permits Image, Contributor, Collection, Membership, User, TokenRevoked, Doi, ReleaseOrder, Submission {

    /** The Kafka key: events with one key stay in order, and compaction keeps the last. */
    String key();

    /** Grows with every change of the aggregate; a consumer ignores what is not newer than what it has. */
    long version();
}

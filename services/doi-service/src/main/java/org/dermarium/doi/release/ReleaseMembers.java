package org.dermarium.doi.release;

import java.util.List;
import java.util.stream.Stream;

/** The members of releases, which do not change while they are read. */
interface ReleaseMembers {

    /** By public id, few in memory at a time; blocks while it is read. */
    Stream<Member> of(String doi);

    /** The files beside the images; their checksums are known once the release has begun. */
    List<Supplement> supplements(String doi);
}

package org.dermarium.ingest.accession;

import java.util.SortedSet;

/**
 * Where an accession belongs.
 *
 * @param owners ids of the users who own the contributor
 */
public record Home(long cohort, String cohortName, long contributor, SortedSet<Long> owners) {}

package org.dermarium.ingest.contributor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A contributor with its cohorts, the largest first. */
public record ContributorDetail(
        @JsonUnwrapped Contributor contributor, List<CohortCount> cohorts, int cohortCount, long accessionCount) {

    public record CohortCount(long id, String name, long accessionCount) {}

    static ContributorDetail of(Contributor contributor, List<CohortCount> cohorts) {
        long accessions =
                cohorts.stream().mapToLong(CohortCount::accessionCount).sum();
        return new ContributorDetail(contributor, cohorts, cohorts.size(), accessions);
    }
}

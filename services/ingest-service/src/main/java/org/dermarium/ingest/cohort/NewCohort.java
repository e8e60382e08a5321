package org.dermarium.ingest.cohort;

/** A cohort that is to be made; texts are stripped and within their limits. */
public record NewCohort(
        long contributor, String name, String description, String defaultCopyrightLicense, String defaultAttribution) {}

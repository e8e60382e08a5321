package org.dermarium.ingest.cohort;

import java.time.Instant;

/**
 * Images of one contributor that came under one licence.
 *
 * @param creator id of the user who made it
 * @param description Markdown, private
 * @param accessionCount files that were sent to it, whatever became of them
 */
public record Cohort(
        long id,
        Instant created,
        long creator,
        long contributor,
        String name,
        String description,
        String defaultCopyrightLicense,
        String defaultAttribution,
        long accessionCount) {}

package org.dermarium.ingest.contributor;

import java.time.Instant;
import java.util.SortedSet;

/**
 * An institution that sends images.
 *
 * @param creator id of the user who made it
 * @param owners ids of the users who act for it
 * @param legalContactInfo whom to ask about rights
 * @param defaultCopyrightLicense CC-0, CC-BY, CC-BY-NC, or blank
 */
public record Contributor(
        long id,
        Instant created,
        long creator,
        SortedSet<Long> owners,
        String institutionName,
        String institutionUrl,
        String legalContactInfo,
        String defaultCopyrightLicense,
        String defaultAttribution) {}

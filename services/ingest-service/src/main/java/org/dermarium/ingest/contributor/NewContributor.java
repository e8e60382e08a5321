package org.dermarium.ingest.contributor;

/** A contributor that is to be made; texts are stripped and within their limits. */
public record NewContributor(
        String institutionName,
        String institutionUrl,
        String legalContactInfo,
        String defaultCopyrightLicense,
        String defaultAttribution) {}

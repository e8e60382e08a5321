package org.dermarium.ingest.identifier;

/** A lesion, patient or case of one cohort under its two ids. */
public record Subject(SubjectKind kind, long cohort, String privateId, String publicId) {}

package org.dermarium.doi.release;

/** The files of a DOI lie in the public bucket for ever. Told on the application context, after the commit. */
public record ReleaseFrozen(String doi) {}

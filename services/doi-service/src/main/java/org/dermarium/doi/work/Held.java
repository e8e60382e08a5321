package org.dermarium.doi.work;

import java.util.UUID;

/**
 * A DOI for which nobody else works now.
 *
 * @param woken how often it had been woken when it was taken
 * @param attempts in a row without success so far
 * @param holder who holds it; another name from each taking to the next
 */
public record Held(String doi, long woken, int attempts, UUID holder) {}

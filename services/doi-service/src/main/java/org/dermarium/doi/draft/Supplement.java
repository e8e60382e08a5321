package org.dermarium.doi.draft;

/**
 * A file that its creator adds to a DOI.
 *
 * @param name unlike that of any other supplement of the DOI
 * @param size in bytes
 * @param key in the private bucket
 */
public record Supplement(String name, String description, long size, String contentType, String key) {}

package org.dermarium.search.finding;

import java.util.List;

/**
 * A node of a tree of names.
 *
 * @param path names from the top
 * @param count images that have this node or one below it
 */
public record Branch(List<String> path, long count) {}

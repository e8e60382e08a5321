package org.dermarium.search.finding;

import java.util.List;
import java.util.Map;

/**
 * What a screen of results shows, all of one moment.
 *
 * @param version of the index: two answers with the same are of the same state
 * @param total images found
 * @param bytes of their files
 * @param facets by field, each among the images found without what is chosen in its own group
 * @param trees by name, in the same way
 */
public record Screen(
        String version, long total, long bytes, Map<String, FacetOut> facets, Map<String, List<Branch>> trees) {}

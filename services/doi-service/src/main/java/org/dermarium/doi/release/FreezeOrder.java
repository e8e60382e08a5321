package org.dermarium.doi.release;

import java.util.List;
import org.dermarium.doi.dataset.Supplement;

/**
 * What is to be frozen.
 *
 * @param isicIds of the images, which are or will soon be public; order and repetition mean nothing
 * @param supplements whose names differ from each other
 */
public record FreezeOrder(String doi, String slug, List<String> isicIds, List<Supplement> supplements) {}

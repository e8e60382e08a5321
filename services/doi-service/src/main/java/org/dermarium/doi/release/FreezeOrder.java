package org.dermarium.doi.release;

import java.util.List;
import org.dermarium.doi.dataset.DataSet.DataFile;

/**
 * What is to be frozen.
 *
 * @param isicIds of the images, which are or will soon be public; order and repetition mean nothing
 * @param supplements with their keys in the private bucket; names differ from each other
 */
public record FreezeOrder(String doi, String slug, List<String> isicIds, List<DataFile> supplements) {}

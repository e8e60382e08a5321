package org.dermarium.doi.known;

import java.util.List;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.LicenseShare;

/**
 * What is said of a collection's images. Embargoed ones count, withdrawn ones do not.
 *
 * @param creators by number of images, most first, then by name; "Anonymous" last
 * @param licenses the most permissive first
 * @param newestYear in which the newest image's record was made, 0 without images
 */
public record Summary(
        List<Creator> creators, List<LicenseShare> licenses, long images, long lesions, long patients, int newestYear) {

    public static final Summary EMPTY = new Summary(List.of(), List.of(), 0, 0, 0, 0);
}

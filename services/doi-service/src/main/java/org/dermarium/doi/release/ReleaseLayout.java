package org.dermarium.doi.release;

import org.dermarium.archive.Manifest;
import org.dermarium.archive.ZipMember;
import org.dermarium.events.StoredObject;

/** Where things are: paths within the archive of a release, and keys in the public bucket. */
final class ReleaseLayout {

    static final String ATTRIBUTION = "attribution.txt";
    static final String METADATA = "metadata.csv";
    static final String MANIFEST = Manifest.NAME;

    private ReleaseLayout() {}

    static String image(String isicId, StoredObject full) {
        return "images/" + ZipMember.imageName(isicId, full);
    }

    static String license(String license) {
        return "licenses/" + license + ".txt";
    }

    /** Names come from people; none may lead out of the folder or break a line. */
    static String supplement(String name) {
        String plain = name.replaceAll("[/\\\\\\p{Cntrl}]", "_");
        return "supplements/" + (plain.matches("\\.*") ? "_" + plain : plain);
    }

    /** @param path of the file below the release's folder */
    static String key(String doi, String path) {
        return "dois/" + doi.replace('/', '-') + "/" + path;
    }
}

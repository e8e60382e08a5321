package org.dermarium.doi.release.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.dermarium.archive.Manifest;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.events.StoredObject;

/** Where things are: paths within the archive of a release, and keys in the public bucket. */
public final class ReleaseLayout {

    static final String ATTRIBUTION = "attribution.txt";
    static final String METADATA = "metadata.csv";
    static final String MANIFEST = Manifest.NAME;

    private static final String FOLDER = "dois/";
    private static final String SUPPLEMENTS = "supplements/";

    private ReleaseLayout() {}

    static String image(String isicId, StoredObject full) {
        return "images/" + ZipMember.imageName(isicId, full);
    }

    static String license(String license) {
        return "licenses/" + license + ".txt";
    }

    /** By their paths, in the order given. */
    public static SequencedMap<String, Supplement> supplements(List<Supplement> supplements) {
        List<String> names =
                PortableName.all(supplements.stream().map(Supplement::name).toList());
        SequencedMap<String, Supplement> paths = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            paths.put(SUPPLEMENTS + names.get(i), supplements.get(i));
        }
        return paths;
    }

    /** Of all files that lie beside each other below the release's folder. */
    public static List<String> paths(String slug, List<Supplement> supplements) {
        List<String> paths = new ArrayList<>(List.of(bundle(slug), metadata(slug), MANIFEST));
        paths.addAll(supplements(supplements).keySet());
        return paths;
    }

    public static String bundle(String slug) {
        return slug + ".zip";
    }

    public static String metadata(String slug) {
        return slug + ".csv";
    }

    /** Of a supplement that lies in the public bucket. */
    public static String pathOfSupplement(String key) {
        return key.substring(key.indexOf(SUPPLEMENTS));
    }

    /**
     * The folder of a release's files. An edition that was given up may have left files behind, so the next one has
     * another folder.
     */
    public static String folder(String doi, int edition) {
        String first = FOLDER + doi.replace('/', '-') + "/";
        return edition == 1 ? first : first + "edition-" + edition + "/";
    }
}

package org.dermarium.doi.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.jspecify.annotations.Nullable;

/** Data sets for tests: {@code DataSetBuilder.published().title("…").creators("A", "B").build()}. */
public final class DataSetBuilder {

    public static final String DOI = "10.5072/dermarium.k3v9x2p7";
    public static final Instant PUBLISHED_AT = Instant.parse("2026-11-25T09:30:00Z");

    private static final Instant CREATED_AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final String FOLDER = "dois/10.5072-dermarium.k3v9x2p7/";

    private String doi = DOI;
    private String title = "Naevi of the trunk";
    private String description =
            "Dermoscopic photographs of naevi, taken at two centres.\n\nEach lesion was followed for a year.";
    private List<Creator> creators = List.of(new Creator("ViDIR Group", 180), new Creator("Anonymous", 20));
    private List<LicenseShare> licenses = List.of(new LicenseShare("CC-BY", 150), new LicenseShare("CC-0", 50));
    private List<RelatedIdentifier> related = List.of();
    private List<DataFile> files;
    private final boolean isPublished;

    private DataSetBuilder(boolean isPublished) {
        this.isPublished = isPublished;
        this.files = isPublished ? released() : List.of(supplement());
    }

    public static DataSetBuilder published() {
        return new DataSetBuilder(true);
    }

    public static DataSetBuilder draft() {
        return new DataSetBuilder(false);
    }

    public DataSetBuilder doi(String wanted) {
        doi = wanted;
        return this;
    }

    public DataSetBuilder title(String wanted) {
        title = wanted;
        return this;
    }

    public DataSetBuilder description(String wanted) {
        description = wanted;
        return this;
    }

    public DataSetBuilder creators(String... names) {
        creators = new ArrayList<>();
        for (String name : names) {
            creators.add(new Creator(name, 1));
        }
        return this;
    }

    public DataSetBuilder manyCreators(int count) {
        return creators(
                IntStream.rangeClosed(1, count).mapToObj(i -> "Clinic " + i).toArray(String[]::new));
    }

    public DataSetBuilder licenses(LicenseShare... wanted) {
        licenses = List.of(wanted);
        return this;
    }

    public DataSetBuilder related(String relationType, String type, String identifier) {
        related = new ArrayList<>(related);
        related.add(new RelatedIdentifier(relationType, type, identifier));
        return this;
    }

    public DataSetBuilder files(List<DataFile> wanted) {
        files = wanted;
        return this;
    }

    public DataSet build() {
        return build(isPublished ? PUBLISHED_AT : null);
    }

    private DataSet build(@Nullable Instant publishedAt) {
        return new DataSet(
                doi,
                "naevi-of-the-trunk",
                isPublished,
                title,
                description,
                "1.0.0",
                17,
                creators,
                licenses,
                200,
                120,
                87,
                related,
                files,
                2026,
                publishedAt,
                CREATED_AT,
                isPublished ? PUBLISHED_AT : CREATED_AT);
    }

    private static List<DataFile> released() {
        return List.of(
                file(
                        DataFile.Kind.BUNDLE,
                        "naevi-of-the-trunk.zip",
                        "Everything in one archive",
                        52_428_800,
                        "application/zip"),
                file(DataFile.Kind.METADATA, "naevi-of-the-trunk.csv", "Metadata of all images", 48_211, "text/csv"),
                file(
                        DataFile.Kind.MANIFEST,
                        "manifest-sha256.txt",
                        "Checksums of the archive's files",
                        18_400,
                        "text/plain"),
                supplement());
    }

    private static DataFile supplement() {
        return file(
                DataFile.Kind.SUPPLEMENT,
                "supplements/protocol.pdf",
                "How the images were taken",
                123_456,
                "application/pdf");
    }

    private static DataFile file(DataFile.Kind kind, String name, String description, long size, String type) {
        String sha256 = Integer.toHexString(name.hashCode() | 0x10000000).repeat(8);
        return new DataFile(kind, name, description, size, sha256, type, FOLDER + name);
    }
}

package org.dermarium.ingest.metadata;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dermarium.dictionary.License;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What staff may add to a row when they take over an existing archive: the public ids to keep, the image's own licence
 * and attribution, and whether it is public. Columns that are absent or empty are null.
 *
 * @param isicId ISIC_ and seven digits
 * @param lesionId IL_ and seven digits
 * @param patientId IP_ and seven digits
 * @param rcmCaseId IRCM_ and seven digits
 * @param license CC-0, CC-BY or CC-BY-NC
 * @param isPublic false keeps the image under embargo
 */
public record ArchiveColumns(
        @Nullable String isicId,
        @Nullable String lesionId,
        @Nullable String patientId,
        @Nullable String rcmCaseId,
        @Nullable String license,
        @Nullable String attribution,
        @Nullable Boolean isPublic,
        List<MetadataProblem> problems) {

    public static final String ISIC_ID = "isic_id";
    public static final String LESION = "public_lesion_id";
    public static final String PATIENT = "public_patient_id";
    public static final String RCM_CASE = "public_rcm_case_id";
    private static final String LICENSE = "copyright_license";
    private static final String ATTRIBUTION = "attribution";
    private static final String PUBLIC = "public";

    /** The columns that are no metadata in rows of staff. */
    static final Set<String> APART = Stream.concat(
                    Stream.of(ISIC_ID, LESION, PATIENT, RCM_CASE, LICENSE, ATTRIBUTION, PUBLIC),
                    MetadataRow.RESERVED.stream())
            .collect(toUnmodifiableSet());

    private static final Pattern ISIC_SHAPE = Pattern.compile("ISIC_\\d{7}");
    private static final Pattern LESION_SHAPE = Pattern.compile("IL_\\d{7}");
    private static final Pattern PATIENT_SHAPE = Pattern.compile("IP_\\d{7}");
    private static final Pattern RCM_SHAPE = Pattern.compile("IRCM_\\d{7}");
    private static final Pattern ANY_TEXT = Pattern.compile(".{1,200}");
    private static final Pattern LICENSES = Pattern.compile(String.join("|", License.codes()));
    private static final Pattern ZERO_OR_ONE = Pattern.compile("[01]");

    public static ArchiveColumns parse(Map<String, String> cells) {
        var problems = new ArrayList<MetadataProblem>();
        String isPublic = read(cells, PUBLIC, ZERO_OR_ONE, "0 or 1", problems);
        return new ArchiveColumns(
                read(cells, ISIC_ID, ISIC_SHAPE, "ISIC_ and seven digits", problems),
                read(cells, LESION, LESION_SHAPE, "IL_ and seven digits", problems),
                read(cells, PATIENT, PATIENT_SHAPE, "IP_ and seven digits", problems),
                read(cells, RCM_CASE, RCM_SHAPE, "IRCM_ and seven digits", problems),
                read(cells, LICENSE, LICENSES, "CC-0, CC-BY or CC-BY-NC", problems),
                read(cells, ATTRIBUTION, ANY_TEXT, "one line of at most 200 characters", problems),
                isPublic == null ? null : isPublic.equals("1"),
                List.copyOf(problems));
    }

    private static @Nullable String read(
            Map<String, String> cells, String column, Pattern shape, String wanted, List<MetadataProblem> problems) {
        String text = MetadataRow.text(cells, column);
        if (text.isEmpty()
                || shape.matcher(text).matches() && Text.forbiddenInLine(text).isEmpty()) {
            return text.isEmpty() ? null : text;
        }
        problems.add(MetadataProblem.of(
                column,
                "malformed",
                "Unsupported value for " + column + ": " + MetadataProblem.quoted(text) + ". It must be " + wanted
                        + "."));
        return null;
    }
}

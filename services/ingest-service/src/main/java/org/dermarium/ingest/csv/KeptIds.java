package org.dermarium.ingest.csv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.metadata.MetadataRow;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.ingest.problem.ProblemTable;
import org.jspecify.annotations.Nullable;

/** Public ids that a file wants kept: one for each image, lesion, patient and case, and none for two of them. */
final class KeptIds {

    private final Set<String> images = new HashSet<>();
    private final Map<String, String> publicByPrivate = new HashMap<>();
    private final Map<String, String> privateByPublic = new HashMap<>();

    void check(CsvRow row, ArchiveColumns archive, ProblemTable problems) {
        if (archive.isicId() != null && !images.add(archive.isicId())) {
            problems.add(MetadataProblem.ofRow(
                    row.number(), ArchiveColumns.ISIC_ID, archive.isicId() + " is given to more than one image."));
        }
        pair(row, "lesion_id", ArchiveColumns.LESION, archive.lesionId(), problems);
        pair(row, "patient_id", ArchiveColumns.PATIENT, archive.patientId(), problems);
        pair(row, "rcm_case_id", ArchiveColumns.RCM_CASE, archive.rcmCaseId(), problems);
    }

    private void pair(CsvRow row, String field, String column, @Nullable String publicId, ProblemTable problems) {
        String own = MetadataRow.text(row.cells(), field);
        if (publicId == null || own.isEmpty()) {
            return;
        }
        String earlier = publicByPrivate.putIfAbsent(column + ' ' + own, publicId);
        if (earlier != null && !earlier.equals(publicId)) {
            problems.add(MetadataProblem.ofRow(
                    row.number(), column, "One " + field + " is given more than one " + column + "."));
        }
        String owner = privateByPublic.putIfAbsent(publicId, own);
        if (owner != null && !owner.equals(own)) {
            problems.add(MetadataProblem.ofRow(
                    row.number(), column, publicId + " is given to more than one " + field + "."));
        }
    }
}

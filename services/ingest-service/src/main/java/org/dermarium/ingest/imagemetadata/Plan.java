package org.dermarium.ingest.imagemetadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.ingest.identifier.SubjectKind;
import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.metadata.MetadataRow;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/** What rows would change, worked out without changing anything. */
final class Plan {

    /** A row laid over what is stored. */
    record Step(ImageRow row, MetadataRecord before, MetadataRecord after) {

        /** The public id that the row wants kept for its lesion, patient or case. */
        @Nullable
        String kept(SubjectKind kind) {
            ArchiveColumns archive = row.archive();
            if (archive == null) {
                return null;
            }
            return switch (kind) {
                case LESION -> archive.lesionId();
                case PATIENT -> archive.patientId();
                case RCM_CASE -> archive.rcmCaseId();
            };
        }

        /** The contributor's own id. */
        @Nullable
        String own(SubjectKind kind) {
            Object id = after.fields().get(kind.field());
            return id == null ? null : id.toString();
        }

        @Nullable
        String keptImage() {
            return row.archive() == null ? null : row.archive().isicId();
        }
    }

    final List<Step> steps = new ArrayList<>();
    final List<MetadataProblem> problems = new ArrayList<>();

    static Plan of(List<ImageRow> rows, List<MetadataRecord> stored) {
        Map<String, MetadataRecord> byName = LinkedHashMap.newLinkedHashMap(stored.size());
        stored.forEach(description -> byName.put(description.fileName(), description));
        var plan = new Plan();
        rows.forEach(row -> plan.lay(row, byName.get(row.fileName())));
        return plan;
    }

    private void lay(ImageRow row, @Nullable MetadataRecord before) {
        if (before == null) {
            refuse(row, "filename", "Encountered unknown images in the CSV.");
        } else if (before.published()) {
            refuse(row, null, "Can't modify the accession as it's already been published.");
        } else {
            MetadataRecord after = laid(row, before);
            for (MetadataProblem problem : MetadataRow.check(after.fields())) {
                refuse(row, problem.column(), problem.message());
            }
            steps.add(new Step(row, before, after));
        }
    }

    private static MetadataRecord laid(ImageRow row, MetadataRecord before) {
        var unstructured = new TreeMap<>(before.unstructured());
        row.parsed().unstructured().forEach((column, text) -> {
            if (!text.isBlank()) {
                unstructured.put(column, text);
            }
        });
        var fields = row.parsed().over(before.fields());
        ArchiveColumns archive = row.archive();
        if (archive != null) {
            // A kept public id without one of the contributor's stands for both.
            putIfAbsent(fields, SubjectKind.LESION, archive.lesionId());
            putIfAbsent(fields, SubjectKind.PATIENT, archive.patientId());
            putIfAbsent(fields, SubjectKind.RCM_CASE, archive.rcmCaseId());
        }
        return new MetadataRecord(
                before.accession(),
                before.fileName(),
                false,
                fields,
                unstructured,
                before.lesion(),
                before.patient(),
                before.rcmCase(),
                archive == null || archive.license() == null ? before.license() : archive.license(),
                archive == null || archive.attribution() == null ? before.attribution() : archive.attribution(),
                archive == null || archive.isPublic() == null ? before.rowPublic() : archive.isPublic());
    }

    private static void putIfAbsent(Map<String, Object> fields, SubjectKind kind, @Nullable String publicId) {
        if (publicId != null) {
            fields.putIfAbsent(kind.field(), publicId);
        }
    }

    void refuse(ImageRow row, @Nullable String column, String message) {
        problems.add(MetadataProblem.ofRow(row.number(), column, message));
    }
}

package org.dermarium.ingest.metadata;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.dermarium.ingest.metadata.field.Fields;
import org.dermarium.ingest.problem.MetadataProblem;

/** A field that belongs to certain kinds of image. */
record ImageTypeOnly(String field, Set<String> imageTypes) implements RowRule {

    @Override
    public Optional<MetadataProblem> check(SortedMap<String, Object> fields) {
        if (!fields.containsKey(field)) {
            return Optional.empty();
        }
        Object imageType = fields.get(Fields.IMAGE_TYPE);
        if (imageType == null) {
            return RowRule.missing(field, Fields.IMAGE_TYPE);
        }
        return imageTypes.contains(imageType)
                ? Optional.empty()
                : RowRule.incompatible(field, Fields.IMAGE_TYPE, imageType);
    }
}

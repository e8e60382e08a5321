package org.dermarium.search.index;

import org.dermarium.query.SearchField;

/** Where things lie in the documents, which are the aggregates' own JSON. */
public final class Fields {

    public static final String ID = "image.id";
    public static final String VISIBILITY = "image.visibility";
    public static final String CONTRIBUTOR = "image.contributor.id";
    public static final String OWNERS = "contributor.owners";
    public static final String SIZE = "image.full.size";
    public static final String PUBLISHED = "published";
    public static final String COLLECTIONS = "membership.collections";
    public static final String SHARED_WITH = "membership.sharedWith";

    private Fields() {}

    public static String of(SearchField field) {
        return switch (field.source()) {
            case ISIC_ID -> "image.isicId";
            case VISIBILITY -> VISIBILITY;
            case LICENSE -> "image.license";
            case METADATA -> "image.metadata." + field.fieldName();
        };
    }
}

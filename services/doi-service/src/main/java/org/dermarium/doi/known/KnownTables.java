package org.dermarium.doi.known;

import java.time.ZoneOffset;
import java.util.Locale;
import org.dermarium.events.Collection;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.projection.table.Table;

/** The tables that are written from the bus, and what their columns are told. */
public final class KnownTables {

    /** Images with a public id; when another one gets its own, it is told. */
    public static final Table<Image> IMAGES = Table.of(Image.class, "image", "id", Image::id)
            .column("version", Image::version)
            .column("isic_id", Image::isicId)
            .column("visibility", image -> image.visibility().name().toLowerCase(Locale.ROOT))
            .column("license", Image::license)
            .column("attribution", Image::attribution)
            .column("contributor", image -> image.contributor().id())
            .column("lesion", image -> image.metadata().text("lesion_id"))
            .column("patient", image -> image.metadata().text("patient_id"))
            .column("year", image -> image.uploadedAt().atOffset(ZoneOffset.UTC).getYear())
            .column("metadata", Image::metadata)
            .column("file", Image::full)
            .only(image -> image.isicId() != null);

    public static final Table<Contributor> CONTRIBUTORS = Table.of(
                    Contributor.class, "contributor", "id", Contributor::id)
            .column("version", Contributor::version)
            .column("owners", Contributor::owners);

    public static final Table<Collection> COLLECTIONS = Table.of(Collection.class, "collection", "id", Collection::id)
            .column("version", Collection::version)
            .column("name", Collection::name)
            .column("public", Collection::isPublic)
            .column("locked", Collection::locked)
            .column("magic", Collection::magic)
            .column("deleted", Collection::deleted)
            .column("creator", Collection::creator)
            .column("shared_with", Collection::sharedWith)
            .column("members_sha256", Collection::membersSha256);

    public static final Table<Membership> MEMBERSHIPS = Table.of(
                    Membership.class, "membership", "isic_id", Membership::isicId)
            .column("version", Membership::version)
            .column("collections", Membership::collections);

    private KnownTables() {}
}

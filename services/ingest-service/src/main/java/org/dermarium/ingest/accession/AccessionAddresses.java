package org.dermarium.ingest.accession;

import java.net.URI;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.Image.Visibility;
import org.dermarium.events.StoredObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the pictures of accessions are fetched: in the storage once they are public, before that at this service, which
 * asks each time who fetches them. Null where there is none to see.
 */
@Component
class AccessionAddresses {

    private final BlobStore blobs;
    private final String publicUrl;

    AccessionAddresses(BlobStore blobs, @Value("${dermarium.public-url}") String publicUrl) {
        this.blobs = blobs;
        this.publicUrl = publicUrl;
    }

    @Nullable
    URI image(Accession accession) {
        Picture picture = shown(accession);
        return picture == null ? null : address(accession, picture.full(), "image");
    }

    @Nullable
    URI thumbnail(Accession accession) {
        Picture picture = shown(accession);
        return picture == null ? null : address(accession, picture.thumbnail(), "thumbnail");
    }

    /** The picture, unless there is none yet or it was withdrawn. */
    static @Nullable Picture shown(Accession accession) {
        return accession.publication().visibility() == Visibility.WITHDRAWN ? null : accession.picture();
    }

    private URI address(Accession accession, StoredObject file, String which) {
        return accession.publication().visibility() == Visibility.PUBLIC
                ? blobs.publicUrl(file.key())
                : URI.create(publicUrl + "/api/v2/accessions/" + accession.id() + "/" + which + "/");
    }
}

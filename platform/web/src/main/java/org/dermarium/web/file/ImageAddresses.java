package org.dermarium.web.file;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.dermarium.blobs.BlobStore;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.grant.Grant;
import org.dermarium.grant.Grants;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of images' files. A public one is the plain address in the storage. Any other is an address of the catalogue
 * with a grant in it, which says as whom the file is fetched: clients send no token there, and the right is looked up at
 * each fetch.
 */
public final class ImageAddresses implements FileUrls {

    /** From the start of the day (UTC), so that a caller's address of a file is the same text all day. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final String PATH = "/files/images/";
    private static final String PURPOSE = "image file";

    private final BlobStore blobs;
    private final Grants grants;
    private final String publicUrl;
    private final Clock clock;

    ImageAddresses(BlobStore blobs, Grants grants, String publicUrl, Clock clock) {
        this.blobs = blobs;
        this.grants = grants;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * What somebody asks for by such an address.
     *
     * @param holder null for nobody in particular
     */
    public record Asked(String isicId, boolean isThumbnail, Grant.@Nullable Holder holder) {}

    @Override
    public URI of(Caller caller, Image image, StoredObject file) {
        if (image.isPublic()) {
            return blobs.publicUrl(file.key());
        }
        String isicId = Objects.requireNonNull(image.isicId(), "only published images have addresses");
        boolean isThumbnail = file.equals(image.thumbnail());
        Instant until = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(LIFE);
        String grant = grants.sign(new Grant(PURPOSE, subject(isicId, isThumbnail), caller.holder(), until));
        return URI.create(publicUrl + PATH + grant + "/" + name(isicId, isThumbnail, file));
    }

    /** Empty when the address was not made here, or too long ago. */
    public Optional<Asked> asked(String grant) {
        return grants.read(PURPOSE, grant).map(given -> {
            boolean isThumbnail = given.subject().startsWith("thumbnail/");
            return new Asked(given.subject().substring(given.subject().indexOf('/') + 1), isThumbnail, given.holder());
        });
    }

    private static String subject(String isicId, boolean isThumbnail) {
        return (isThumbnail ? "thumbnail/" : "full/") + isicId;
    }

    /** Clients take the ending of the file they save from the address. */
    private static String name(String isicId, boolean isThumbnail, StoredObject file) {
        String ending = file.key().substring(file.key().lastIndexOf('.'));
        return isicId + (isThumbnail ? "_thumbnail" : "") + ending;
    }
}

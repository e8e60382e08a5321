package org.dermarium.catalog.archive;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.catalog.image.Images;
import org.dermarium.catalog.image.Scope;
import org.dermarium.catalog.metadata.Guarded;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.events.Image;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an archive with the addresses to fetch them from, as JSON that is sent while it is read, page by page in the
 * order of the public ids: whoever was interrupted goes on behind the last one.
 */
@Component
class FileListing {

    private static final String ARCHIVE = "ISIC-images.zip";
    private static final int PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Images images;
    private final FileUrls urls;
    private final String root;

    FileListing(Images images, FileUrls urls, @Value("${dermarium.public-url}") String publicUrl) {
        this.images = images;
        this.urls = urls;
        this.root = publicUrl + "/api/v2/zip-download/";
    }

    /**
     * Reads as fast as it is taken.
     *
     * @param after public id of the last image that is known already; empty for the whole listing
     * @param sent is told of every image
     */
    Flux<byte[]> write(Scope scope, String token, String after, Guarded sent) {
        return Flux.defer(() -> {
            var listing = new Listing(scope.caller(), token);
            Mono<List<String>> known = after.isEmpty() ? Mono.just(List.of()) : images.licenses(scope);
            return images.behind(scope, after, PAGE)
                    .expand(page -> page.size() < PAGE ? Mono.empty() : next(scope, page))
                    .index((index, page) -> {
                        page.forEach(sent::add);
                        return index == 0 ? listing.begin(name(after, page), page) : listing.goOn(page);
                    })
                    .concatWith(known.map(listing::end));
        });
    }

    private Mono<List<Image>> next(Scope scope, List<Image> page) {
        return images.behind(scope, Objects.requireNonNull(page.getLast().isicId()), PAGE);
    }

    /** After the image when there is only one. */
    static String fileName(Snapshot snapshot) {
        return snapshot.overview().count() == 1 ? snapshot.firstId() + ".zip" : ARCHIVE;
    }

    private static String name(String after, List<Image> first) {
        return after.isEmpty() && first.size() == 1 ? first.getFirst().isicId() + ".zip" : ARCHIVE;
    }

    /** One document, taken piece by piece. */
    private final class Listing {

        private final Caller caller;
        private final String token;
        private final SortedSet<String> licenses = new TreeSet<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final JsonGenerator json = JSON.createGenerator(bytes);

        Listing(Caller caller, String token) {
            this.caller = caller;
            this.token = token;
        }

        byte[] begin(String suggestedName, List<Image> first) {
            json.writeStartObject();
            json.writeStringProperty("suggestedFilename", suggestedName);
            json.writeArrayPropertyStart("files");
            return goOn(first);
        }

        byte[] goOn(List<Image> page) {
            for (Image image : page) {
                licenses.add(image.license());
                write(urls.of(caller, image, image.full()).toString(), SnapshotArchive.path(image));
            }
            return taken();
        }

        /** @param others licences of images that are not listed here */
        byte[] end(List<String> others) {
            licenses.addAll(others);
            write(root + "metadata-file/?token=" + token, "metadata.csv");
            write(root + "attribution-file/?token=" + token, "attribution.txt");
            licenses.forEach(l -> write(root + "license-file/" + l + "/", "licenses/" + l + ".txt"));
            json.writeEndArray();
            json.writeEndObject();
            return taken();
        }

        private void write(String url, String path) {
            json.writeStartObject();
            json.writeStringProperty("url", url);
            json.writeStringProperty("zipPath", path);
            json.writeEndObject();
        }

        private byte[] taken() {
            json.flush();
            byte[] piece = bytes.toByteArray();
            bytes.reset();
            return piece;
        }
    }
}

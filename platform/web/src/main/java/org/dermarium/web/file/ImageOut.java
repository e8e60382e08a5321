package org.dermarium.web.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.events.Image;
import org.dermarium.web.caller.Caller;

/** An image as the REST contract shows it to whoever may see it. */
public record ImageOut(
        @JsonProperty("isic_id") String isicId,
        @JsonProperty("public") boolean isPublic,
        @JsonProperty("copyright_license") String license,
        String attribution,
        Files files,
        MetadataOut metadata) {

    /** @param size in bytes */
    public record FileOut(URI url, long size) {}

    public record Files(
            FileOut full, @JsonProperty("thumbnail_256") FileOut thumbnail) {}

    public record MetadataOut(Map<String, Object> acquisition, Map<String, Object> clinical) {}

    /**
     * As this caller gets it.
     *
     * @param image one that has its public id
     */
    public static ImageOut of(Image image, Caller caller, FileUrls urls) {
        SortedMap<String, Object> acquisition = new TreeMap<>(image.metadata().acquisition());
        acquisition.put("pixels_x", image.width());
        acquisition.put("pixels_y", image.height());
        return new ImageOut(
                Objects.requireNonNull(image.isicId(), "isicId"),
                image.isPublic(),
                image.license(),
                image.attribution(),
                new Files(
                        new FileOut(
                                urls.of(caller, image, image.full()),
                                image.full().size()),
                        new FileOut(
                                urls.of(caller, image, image.thumbnail()),
                                image.thumbnail().size())),
                new MetadataOut(acquisition, image.metadata().clinical()));
    }
}

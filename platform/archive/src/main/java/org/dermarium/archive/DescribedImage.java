package org.dermarium.archive;

import java.util.Objects;
import org.dermarium.events.Image;
import org.dermarium.events.Metadata;

/** What the files beside images say of one that is published. */
public record DescribedImage(String isicId, String attribution, String license, Metadata metadata) {

    public static DescribedImage of(Image image) {
        return new DescribedImage(
                Objects.requireNonNull(image.isicId()), image.attribution(), image.license(), image.metadata());
    }
}

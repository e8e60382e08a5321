package org.dermarium.web;

import java.net.URI;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;

/** Where clients fetch an image's files: plain addresses for public ones, signed ones that expire for the others. */
@FunctionalInterface
public interface FileUrls {

    URI of(Image image, StoredObject file);
}

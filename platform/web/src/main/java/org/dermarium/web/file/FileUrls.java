package org.dermarium.web.file;

import java.net.URI;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.web.caller.Caller;

/** Where clients fetch an image's files. */
@FunctionalInterface
public interface FileUrls {

    /**
     * An address for this caller, good for six days at least, as long as the caller may see the image.
     *
     * @param image one that has its public id
     * @param file of this image
     */
    URI of(Caller caller, Image image, StoredObject file);
}

package org.dermarium.catalog.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.dermarium.events.Image;

/** Those of the images in an answer whose reader has to have a right to them for as long as it is being sent. */
public final class Guarded {

    private final List<String> isicIds = Collections.synchronizedList(new ArrayList<>());

    /** Of public images the first tells whether the collection may still be seen. */
    public void add(Image image) {
        if (!image.isPublic() || isicIds.isEmpty()) {
            isicIds.add(Objects.requireNonNull(image.isicId()));
        }
    }

    /** Their public ids, as far as they are known. */
    List<String> soFar() {
        synchronized (isicIds) {
            return List.copyOf(isicIds);
        }
    }
}

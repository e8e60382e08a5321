package org.dermarium.catalog.image;

import java.util.List;
import reactor.core.publisher.Mono;

/** Public images that staff put first in the gallery. */
interface Pins {

    /**
     * Puts the image before all pinned ones, or takes its pin away.
     *
     * @param image its public id, or its number
     * @throws org.dermarium.web.NotFound when no image that is listed has it
     * @throws org.dermarium.web.BadRequest when the image is embargoed
     */
    Mono<Void> pin(String image, boolean pinned);

    /**
     * Puts these images in this order before all other pinned ones.
     *
     * @throws org.dermarium.web.BadRequest when an id is repeated, unknown, or of an image that is not public; nothing is
     *     changed then
     */
    Mono<Void> order(List<String> isicIds);
}

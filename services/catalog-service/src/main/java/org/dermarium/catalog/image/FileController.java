package org.dermarium.catalog.image;

import io.swagger.v3.oas.annotations.Hidden;
import org.dermarium.catalog.person.People;
import org.dermarium.events.Image;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.FileUrls;
import org.dermarium.web.file.ImageAddresses;
import org.dermarium.web.file.SendFile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Files of images that are not public, at the addresses that {@link FileUrls} gives out here and in the search service.
 * Whoever holds one fetches as the person for whom it was made, with the rights of this moment: an embargoed image that
 * was withdrawn, un-shared or given to somebody else is not there any more.
 */
@Hidden
@RestController
class FileController {

    private final ImageAddresses addresses;
    private final People people;
    private final Images images;
    private final SendFile sendFile;

    FileController(ImageAddresses addresses, People people, Images images, SendFile sendFile) {
        this.addresses = addresses;
        this.people = people;
        this.images = images;
        this.sendFile = sendFile;
    }

    /** @param name tells clients how to name the file; the grant says which it is */
    @GetMapping("/files/images/{grant}/{name}")
    Mono<Void> file(@PathVariable String grant, @PathVariable String name, ServerWebExchange exchange) {
        ImageAddresses.Asked asked = addresses.asked(grant).orElseThrow(Refusal::unauthorized);
        return people.now(asked.holder())
                .flatMap(caller -> images.find(caller, asked.isicId())
                        .switchIfEmpty(Mono.error(Refusal::notFound))
                        .flatMap(image -> send(exchange, caller, image, asked)));
    }

    private Mono<Void> send(ServerWebExchange exchange, Caller caller, Image image, ImageAddresses.Asked asked) {
        var file = asked.isThumbnail() ? image.thumbnail() : image.full();
        if (!image.isPublic()) {
            return sendFile.send(
                    exchange, file, () -> people.now(asked.holder()).flatMap(now -> images.find(now, asked.isicId())));
        }
        // Published since: the private object is on its way out.
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(addresses.of(caller, image, file));
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.setComplete();
    }
}

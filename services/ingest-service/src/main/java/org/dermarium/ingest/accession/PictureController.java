package org.dermarium.ingest.accession;

import io.swagger.v3.oas.annotations.Operation;
import java.util.function.Function;
import org.dermarium.apidocs.Sends;
import org.dermarium.events.StoredObject;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.file.SendFile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Pictures of accessions, for owners of the contributor and staff. */
@RestController
class PictureController {

    private final Accessions accessions;
    private final SendFile sendFile;

    PictureController(Accessions accessions, SendFile sendFile) {
        this.accessions = accessions;
        this.sendFile = sendFile;
    }

    @GetMapping("/api/v2/accessions/{id}/image/")
    @Operation(summary = "The image of an accession, stripped and in full size")
    @Sends(
            value = {"image/jpeg", "image/png", "image/tiff"},
            inParts = true)
    Mono<Void> image(@PathVariable long id, Caller.Member member, ServerWebExchange exchange) {
        return send(id, member, exchange, Picture::full);
    }

    @GetMapping("/api/v2/accessions/{id}/thumbnail/")
    @Operation(summary = "The thumbnail of an accession")
    @Sends(value = "image/jpeg", inParts = true)
    Mono<Void> thumbnail(@PathVariable long id, Caller.Member member, ServerWebExchange exchange) {
        return send(id, member, exchange, Picture::thumbnail);
    }

    private Mono<Void> send(
            long id, Caller.Member member, ServerWebExchange exchange, Function<Picture, StoredObject> which) {
        return shown(member, id)
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(picture -> sendFile.send(exchange, which.apply(picture), () -> shown(member, id)));
    }

    private Mono<Picture> shown(Caller.Member member, long id) {
        return accessions.visibleTo(member, id).mapNotNull(AccessionAddresses::shown);
    }
}

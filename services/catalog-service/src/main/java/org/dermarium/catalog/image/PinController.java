package org.dermarium.catalog.image;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.web.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Pins, for staff. */
@RestController
class PinController {

    private static final int MOST_PINS = 10_000;

    private final Pins pins;

    PinController(Pins pins) {
        this.pins = pins;
    }

    record PinIn(@NotNull Boolean pinned) {}

    record OrderIn(@NotNull @Size(max = MOST_PINS) List<@NotNull String> order) {}

    @PostMapping("/api/v2/images/{image}/set-pinned/")
    Mono<ResponseEntity<String>> pin(@PathVariable String image, Caller caller, @RequestBody Mono<PinIn> body) {
        caller.staff();
        return body.flatMap(in -> pins.pin(image, in.pinned)).then(jsonNull());
    }

    @PostMapping("/api/v2/images/pins/reorder/")
    Mono<ResponseEntity<String>> reorder(Caller caller, @RequestBody Mono<OrderIn> body) {
        caller.staff();
        return body.flatMap(in -> pins.order(in.order)).then(jsonNull());
    }

    /** Existing clients read a JSON null here. */
    private static Mono<ResponseEntity<String>> jsonNull() {
        return Mono.fromSupplier(() ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("null"));
    }
}

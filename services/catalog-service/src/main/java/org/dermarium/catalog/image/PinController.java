package org.dermarium.catalog.image;

import java.util.List;
import java.util.Objects;
import org.dermarium.web.Caller;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;
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

    private final Pins pins;

    PinController(Pins pins) {
        this.pins = pins;
    }

    record PinIn(@Nullable Boolean pinned) {}

    record OrderIn(@Nullable List<String> order) {}

    @PostMapping("/api/v2/images/{image}/set-pinned/")
    Mono<ResponseEntity<String>> pin(@PathVariable String image, Caller caller, @RequestBody Mono<PinIn> body) {
        caller.staff();
        return body.flatMap(in -> {
                    Required.fields().of("pinned", in.pinned).check();
                    return pins.pin(image, Boolean.TRUE.equals(in.pinned));
                })
                .then(jsonNull());
    }

    @PostMapping("/api/v2/images/pins/reorder/")
    Mono<ResponseEntity<String>> reorder(Caller caller, @RequestBody Mono<OrderIn> body) {
        caller.staff();
        return body.flatMap(in -> {
                    Required.fields().of("order", in.order).check();
                    return pins.order(Objects.requireNonNull(in.order));
                })
                .then(jsonNull());
    }

    /** Existing clients read a JSON null here. */
    private static Mono<ResponseEntity<String>> jsonNull() {
        return Mono.fromSupplier(() ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("null"));
    }
}

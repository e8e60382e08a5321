package org.dermarium.catalog.image;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.web.JsonNull;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
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

    record ImagePinIn(@NotNull Boolean pinned) {}

    record OrderIn(@NotNull @Size(max = MOST_PINS) List<@NotNull String> order) {}

    @PostMapping("/api/v2/images/{image}/set-pinned/")
    @Operation(summary = "Pin an image, or unpin it")
    Mono<ResponseEntity<JsonNull>> pin(
            @PathVariable String image, @Staff Caller.Member staff, @RequestBody Mono<ImagePinIn> body) {
        return JsonNull.after(body.flatMap(in -> pins.pin(image, in.pinned)));
    }

    @PostMapping("/api/v2/images/pins/reorder/")
    @Operation(operationId = "reorderPinnedImages", summary = "Put pinned images in this order")
    Mono<ResponseEntity<JsonNull>> reorder(@Staff Caller.Member staff, @RequestBody Mono<OrderIn> body) {
        return JsonNull.after(body.flatMap(in -> pins.order(in.order)));
    }
}

package org.dermarium.ingest.newaccession;

import io.swagger.v3.oas.annotations.Operation;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.Created;
import org.dermarium.web.caller.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class NewAccessionController {

    private final CreateAccession takeIn;

    NewAccessionController(CreateAccession takeIn) {
        this.takeIn = takeIn;
    }

    @PostMapping("/api/v2/accessions/")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({403, 404})
    @Operation(summary = "Hand in an uploaded image for a cohort; it is processed behind the request")
    Mono<Created> create(Caller.Member member, @RequestBody Mono<AccessionIn> body) {
        return body.map(given -> given.checkedFor(member))
                .flatMap(given -> takeIn.take(member, given))
                .map(Created::new);
    }
}

package org.dermarium.ingest.newaccession;

import java.util.Map;
import org.dermarium.web.Caller;
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
    Mono<Map<String, Long>> create(Caller caller, @RequestBody Mono<AccessionIn> body) {
        Caller.Member member = caller.member();
        return body.map(given -> given.checkedFor(member))
                .flatMap(given -> takeIn.take(member, given))
                .map(id -> Map.of("id", id));
    }
}

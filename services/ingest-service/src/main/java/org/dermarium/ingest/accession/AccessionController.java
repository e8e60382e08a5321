package org.dermarium.ingest.accession;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.dermarium.ingest.cohort.Cohorts;
import org.dermarium.live.Live;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class AccessionController {

    private final Accessions accessions;
    private final Cohorts cohorts;
    private final Live live;
    private final AccessionAddresses addresses;

    AccessionController(Accessions accessions, Cohorts cohorts, Live live, AccessionAddresses addresses) {
        this.accessions = accessions;
        this.cohorts = cohorts;
        this.live = live;
        this.addresses = addresses;
    }

    @GetMapping("/api/v2/accessions/{id}/")
    @Operation(summary = "An accession with its state")
    Mono<AccessionOut> one(@PathVariable long id, Caller.Member member) {
        return accessions.visibleTo(member, id).map(this::out);
    }

    @GetMapping("/api/v2/cohorts/{id}/accessions/")
    @Operation(summary = "List accessions of a cohort")
    Mono<Page<AccessionOut>> list(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            Caller.Member member,
            PageRequest request) {
        State wanted = state == null || state.isEmpty() ? null : parsed(state);
        return cohorts.checkVisible(member, id)
                .then(Mono.defer(() -> accessions.page(id, wanted, request)))
                .map(page -> page.map(this::out));
    }

    @GetMapping("/api/v2/cohorts/{id}/progress/")
    @Operation(summary = "How many accessions of a cohort are in each state")
    Mono<Map<State, Long>> progress(@PathVariable long id, Caller.Member member) {
        return cohorts.checkVisible(member, id).then(Mono.defer(() -> accessions.progress(id)));
    }

    @GetMapping(value = "/api/v2/cohorts/{id}/events/", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Tells when accessions of a cohort changed")
    Mono<ResponseEntity<Flux<ServerSentEvent<AccessionOut>>>> events(@PathVariable long id, Caller.Member member) {
        return live.events(
                "cohort " + id,
                () -> cohorts.checkVisible(member, id),
                ids -> accessions.find(ids).map(this::out),
                "accession");
    }

    private AccessionOut out(Accession accession) {
        return AccessionOut.of(accession, addresses);
    }

    private static State parsed(String state) {
        return State.of(state)
                .orElseThrow(() -> Refusal.unprocessable(
                        new Problem("enum", List.of("query", "state"), "Input should be a state of accessions", null)));
    }
}

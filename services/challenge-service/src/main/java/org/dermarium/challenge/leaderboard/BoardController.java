package org.dermarium.challenge.leaderboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.Map;
import org.dermarium.live.Live;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v2/leaderboard/{task}/")
class BoardController {

    private static final int MOST = 200;
    private static final String LIMIT = "Rows a page, at most 200.";
    private static final String OFFSET = "Rows to pass over.";

    private final Boards boards;
    private final Live live;

    BoardController(Boards boards, Live live) {
        this.boards = boards;
        this.live = live;
    }

    @GetMapping("by-team/")
    @Operation(summary = "The best approach of each team, best first; equal scores share a rank")
    Mono<Page<BoardRow>> byTeam(
            @PathVariable long task,
            @Parameter(description = LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = OFFSET) @RequestParam(required = false, defaultValue = "0") long offset,
            Caller caller,
            @Parameter(hidden = true) PageRequest request) {
        return page(caller, task, Boards.Grouping.TEAM, limit, offset, request.self());
    }

    @GetMapping("by-approach/")
    @Operation(summary = "The latest scored submission of each approach, best first; equal scores share a rank")
    Mono<Page<BoardRow>> byApproach(
            @PathVariable long task,
            @Parameter(description = LIMIT) @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = OFFSET) @RequestParam(required = false, defaultValue = "0") long offset,
            Caller caller,
            @Parameter(hidden = true) PageRequest request) {
        return page(caller, task, Boards.Grouping.APPROACH, limit, offset, request.self());
    }

    @GetMapping(value = "events/", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Tells when the board changed")
    Mono<ResponseEntity<Flux<ServerSentEvent<Map<String, String>>>>> events(@PathVariable long task, Caller caller) {
        return live.changes("task " + task, () -> boards.visible(caller, task));
    }

    private Mono<Page<BoardRow>> page(
            Caller caller, long task, Boards.Grouping grouping, @Nullable Integer limit, long offset, URI self) {
        int rows = limit == null || limit == 0 ? PageRequest.MAX_LIMIT : Math.clamp(limit, 0, MOST);
        long start = Math.max(0, offset);
        return boards.read(caller, task, grouping, rows, start)
                .map(excerpt -> new Page<>(
                        BoardRow.of(excerpt, start),
                        excerpt.count(),
                        rows > 0 && start + rows < excerpt.count() ? at(self, rows, start + rows) : null,
                        start > 0 ? at(self, rows, Math.max(0, start - rows)) : null));
    }

    private static URI at(URI self, int limit, long offset) {
        return UriComponentsBuilder.fromUri(self)
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("offset", offset)
                .build(true)
                .toUri();
    }
}

package org.dermarium.projection;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code POST /actuator/rebuild} starts a rebuild, {@code GET} tells how far it is. Not reachable from outside. */
@Endpoint(id = "rebuild")
class RebuildEndpoint {

    private final Rebuild rebuild;

    RebuildEndpoint(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @WriteOperation
    Rebuild.Progress start() {
        return rebuild.start();
    }

    @ReadOperation
    Rebuild.Progress progress() {
        return rebuild.progress();
    }
}

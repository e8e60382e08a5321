package org.dermarium.catalog.rebuild;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/rebuild} starts a rebuild, {@code GET} tells how far it is. Not reachable from outside. */
@Component
@Endpoint(id = "rebuild")
class RebuildEndpointConfig {

    private final Rebuild rebuild;

    RebuildEndpointConfig(Rebuild rebuild) {
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

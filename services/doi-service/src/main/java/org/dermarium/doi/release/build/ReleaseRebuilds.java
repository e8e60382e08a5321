package org.dermarium.doi.release.build;

import java.io.IOException;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/releases?doi=…} makes a frozen archive once more and says whether it is the same. Not reachable from
 * outside.
 */
@Component
@Endpoint(id = "releases")
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleaseRebuilds {

    private final Releases releases;
    private final RebuildRelease rebuild;

    ReleaseRebuilds(Releases releases, RebuildRelease rebuild) {
        this.releases = releases;
        this.rebuild = rebuild;
    }

    /** Null, hence 404, for what is not frozen. */
    @ReadOperation
    RebuildRelease.@Nullable Rebuilt rebuild(String doi) throws IOException {
        Release release = releases.of(doi).block();
        return release != null && release.state() == Release.State.FROZEN ? rebuild.rebuild(release) : null;
    }
}

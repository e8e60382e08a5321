package org.dermarium.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.events.Image;
import org.dermarium.projection.Rebuild;
import org.dermarium.search.SearchApplication;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.ProjectionContract;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ImageIndexIT extends ProjectionContract {

    private static final int ALL = 1_000;

    private final Isolation corner = Servers.shared().isolate("search");
    private ConfigurableApplicationContext latest;

    @Override
    protected Isolation isolation() {
        return corner;
    }

    @Override
    protected Instance start() {
        corner.topics().create();
        latest = new SpringApplicationBuilder(SearchApplication.class).run(corner.arguments("--server.port=0"));
        // The first index is built behind the start; until it is there the service is not ready.
        Eventually.until(
                "there is an index",
                () -> client().indices().exists(e -> e.index(index())).value());
        return new Running(latest);
    }

    private record Running(ConfigurableApplicationContext context) implements Instance {

        @Override
        public void rebuild() {
            Rebuild rebuild = context.getBean(Rebuild.class);
            Eventually.until("rebuilt", () -> {
                // The other instance may have begun later, and has then taken what this one was building.
                if (rebuild.progress().phase() == Rebuild.Phase.FAILED
                        || rebuild.progress().phase() == Rebuild.Phase.NEVER) {
                    rebuild.start();
                }
                return rebuild.progress().phase() == Rebuild.Phase.DONE;
            });
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    protected Map<Long, Long> known() {
        Map<Long, Long> known = new TreeMap<>();
        try {
            client().indices().refresh(r -> r.index(index()));
            client().search(s -> s.index(index()).size(ALL), ImageDocument.class).hits().hits().stream()
                    .map(hit -> hit.source().image())
                    .forEach(image -> known.put(image.id(), image.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    @Override
    protected void spoil() {
        Image unknown = ImageBuilder.anImage(9_999_999).published().version(1).build();
        try {
            client().delete(d -> d.index(index())
                    .id(ImageBuilder.anImage(5).published().build().isicId())
                    .refresh(Refresh.True));
            client().index(i -> i.index(index())
                    .id(unknown.isicId())
                    .document(ImageDocument.NOTHING.with(unknown))
                    .refresh(Refresh.True));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String index() {
        return corner.indexPrefix() + "images";
    }

    private ElasticsearchClient client() {
        return new ElasticsearchClient(latest.getBean(Rest5ClientTransport.class));
    }
}

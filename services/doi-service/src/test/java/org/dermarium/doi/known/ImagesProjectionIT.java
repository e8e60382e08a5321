package org.dermarium.doi.known;

import java.util.Map;
import org.dermarium.projection.Rebuild;
import org.dermarium.testkit.ProjectionContract;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.springframework.r2dbc.core.DatabaseClient;

/** The images that DOIs know keep to the contract of read models. */
class ImagesProjectionIT extends ProjectionContract {

    private final Isolation corner = Servers.shared().isolate("doi");
    private org.dermarium.doi.Instance last;

    @Override
    protected Isolation isolation() {
        return corner;
    }

    @Override
    protected ProjectionContract.Instance start() {
        var started = org.dermarium.doi.Instance.in(corner).start();
        last = started;
        return new ProjectionContract.Instance() {
            @Override
            public void rebuild() {
                try {
                    started.bean(Rebuild.class).now();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {
                started.close();
            }
        };
    }

    @Override
    protected Map<Long, Long> known() {
        return db().sql("select id, version from image")
                .map(row -> Map.entry(row.get("id", Long.class), row.get("version", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    @Override
    protected void spoil() {
        db().sql("delete from image where id % 3 = 0").then().block();
        db().sql("""
                        insert into image
                        select (json_populate_record(i, '{"id": 999999, "isic_id": "ISIC_9999998"}')).*
                        from image i limit 1""").then().block();
    }

    private DatabaseClient db() {
        return last.bean(DatabaseClient.class);
    }
}

package org.dermarium.projection.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.projection.Rebuild;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ProjectionContract;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ContractIT extends ProjectionContract {

    private final Isolation corner = Servers.shared().isolate("catalog");

    @Override
    protected Isolation isolation() {
        return corner;
    }

    @Override
    protected Instance start() {
        corner.topics().create();
        return new Running(new SpringApplicationBuilder(Known.class)
                .web(WebApplicationType.NONE)
                .run(corner.arguments()));
    }

    private record Running(ConfigurableApplicationContext context) implements Instance {

        @Override
        public void rebuild() {
            Rebuild rebuild = context.getBean(Rebuild.class);
            rebuild.start();
            Eventually.until("rebuilt", () -> rebuild.progress().phase() == Rebuild.Phase.DONE);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    protected Map<Long, Long> known() {
        try (Connection connection = connection();
                var rows = connection.createStatement().executeQuery("select id, version from image")) {
            Map<Long, Long> known = new TreeMap<>();
            while (rows.next()) {
                known.put(rows.getLong(1), rows.getLong(2));
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void spoil() {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("delete from image where id % 5 = 0");
            statement.execute("""
                    insert into image (id, state, pixels)
                    select -1, jsonb_set(state, '{isicId}', '"ISIC_9999999"'), '{}' from image limit 1""");
            statement.execute("update image set state = jsonb_set(state, '{license}', '\"spoilt\"') where id = 7");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        Servers servers = corner.servers();
        return DriverManager.getConnection(
                servers.jdbcUrl(corner.database()), servers.postgresUser(), servers.postgresPassword());
    }
}

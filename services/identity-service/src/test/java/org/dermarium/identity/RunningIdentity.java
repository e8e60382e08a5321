package org.dermarium.identity;

import java.net.URI;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on a port of its own, with a database and topics that nobody else uses; all tests share one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningIdentity {

    protected static final String PASSWORD = "dermarium-demo";
    protected static final String CONTRIBUTOR = "contributor@example.org";

    protected static final Isolation ISOLATION = Servers.shared().isolate("identity");

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcTemplate database;

    protected Browser browser;
    protected CommandLine commandLine;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ISOLATION.properties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("dermarium.issuer", () -> "http://127.0.0.1:8000/oauth");
        registry.add("dermarium.demo", () -> "true");
        registry.add("dermarium.service-clients[0].id", () -> "harvester");
        registry.add("dermarium.service-clients[0].secret", () -> "harvester-secret");
    }

    @BeforeEach
    void connect() {
        URI base = URI.create("http://127.0.0.1:" + port);
        browser = new Browser(base);
        commandLine = new CommandLine(base);
        database.update("delete from failed_sign_in");
    }
}

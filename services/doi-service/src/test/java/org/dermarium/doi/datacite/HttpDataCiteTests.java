package org.dermarium.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.dermarium.embedded.registrar.Access;
import org.dermarium.embedded.registrar.Fault;
import org.dermarium.embedded.registrar.RegistrarServer;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter of DataCite's REST API against the demo registrar. */
class HttpDataCiteTests extends RegistrarContract {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final URI PUBLIC_URL = URI.create("https://archive.example");

    @TempDir
    Path folder;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .minimumNumberOfCalls(5)
            .waitDurationInOpenState(Duration.ofMillis(500))
            .build());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSet dataSet = DataSetBuilder.published().build();
    private RegistrarServer server;
    private Registrar registrar;

    @BeforeEach
    void start() throws IOException {
        server = new RegistrarServer(folder.resolve("dois.json"), 0, new Access("REPO", "right", "10.5072"));
        registrar = reach(server.uri(), "right", 1000);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Registrar registrar() {
        return registrar;
    }

    @Override
    protected Registrar registrarWithWrongPassword() {
        return reach(server.uri(), "wrong", 1000);
    }

    @Override
    protected void causeOnce(Trouble trouble, Duration pause) {
        server.faults().add(Fault.once(Fault.Kind.valueOf(trouble.name())).retryAfter((int) pause.toSeconds()));
    }

    @Override
    protected int registrations() {
        return server.size();
    }

    @Test
    void leavesRegistrarAloneAfterManyFailuresAndComesBack() throws Exception {
        server.faults().add(Fault.lasting(Fault.Kind.OUTAGE));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> registrar.publish(dataSet)).isInstanceOf(RegistrarAway.class);
        }

        var away = catchThrowableOfType(RegistrarAway.class, () -> registrar.publish(dataSet));
        assertThat(away).hasMessageContaining("left alone");
        assertThat(away.retryAfter()).isPresent();
        assertThat(breakerIs(State.OPEN)).isTrue();

        server.faults().lift();
        Eventually.await("the registrar is asked again", () -> registrar.publish(dataSet));
        assertThat(server.findable()).containsExactly(dataSet.doi());
    }

    @Test
    void doesNotTakeSlowingDownForAnOutage() {
        server.faults().add(Fault.lasting(Fault.Kind.TOO_MANY_REQUESTS));
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> registrar.publish(dataSet)).isInstanceOf(RegistrarAway.class);
        }

        assertThat(breakerIs(State.CLOSED)).isTrue();
    }

    @Test
    void doesNotTakeRefusalForAnOutage() {
        var untitled = DataSetBuilder.published().title("").build();
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> registrar.publish(untitled)).isInstanceOf(RegistrarRefused.class);
        }

        assertThat(breakerIs(State.CLOSED)).isTrue();
    }

    @Test
    void sendsNoMoreThanItIsAllowedTo() throws Exception {
        Registrar hasty = reach(server.uri(), "right", 0.02);
        for (int i = 0; i < 10; i++) {
            hasty.find(dataSet.doi());
        }

        var away = catchThrowableOfType(RegistrarAway.class, () -> hasty.find(dataSet.doi()));
        assertThat(away).hasMessageContaining("waiting already");
    }

    @Test
    void isAwayWhereNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Registrar nobody = reach(URI.create("http://127.0.0.1:" + free), "right", 1000);

        assertThatThrownBy(() -> nobody.publish(dataSet)).isInstanceOf(RegistrarAway.class);
    }

    @Test
    void countsRequestsByOutcome() throws Exception {
        registrar.publish(dataSet);
        causeOnce(Trouble.SERVER_ERROR, Duration.ZERO);
        assertThatThrownBy(() -> registrar.publish(dataSet)).isInstanceOf(RegistrarAway.class);

        assertThat(requests("ok")).isEqualTo(1);
        assertThat(requests("failed")).isEqualTo(1);
    }

    private Registrar reach(URI url, String password, double perSecond) {
        var settings = new RegistrarSettings(url, "REPO", password, SHORT, 10, perSecond);
        Clock clock = Clock.systemUTC();
        return new HttpDataCite(settings, new DataCiteClient(settings, breakers, meters, clock), PUBLIC_URL, clock);
    }

    private boolean breakerIs(State state) {
        return breakers.circuitBreaker("registrar").getState() == state;
    }

    private long requests(String outcome) {
        return meters.get("dermarium.outside.requests")
                .tags("operation", "publish", "outcome", outcome)
                .timer()
                .count();
    }
}

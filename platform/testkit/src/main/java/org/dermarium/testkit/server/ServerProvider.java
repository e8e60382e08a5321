package org.dermarium.testkit.server;

import java.nio.file.Path;

/** Gives a test run its servers; whoever starts them also stops them when the JVM ends. */
interface ServerProvider {

    ServerAddresses start();

    /** Servers that already run win; then containers, where an engine answers; then the embedded ones. */
    static ServerProvider chosen() {
        String running = System.getenv("DERMARIUM_TEST_SERVERS");
        if (running != null && !running.isBlank()) {
            return () -> ServerAddresses.read(Path.of(running));
        }
        boolean embedded = "embedded".equals(System.getenv("DERMARIUM_TEST_PROVIDER"));
        return !embedded && ContainerServers.engineAnswers() ? new ContainerServers() : new EmbeddedServers();
    }
}

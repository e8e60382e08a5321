package org.dermarium.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.embedded.dashboard.Dashboards;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.fleet.Fleet;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.home.Secrets;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.server.Servers;
import org.dermarium.embedded.service.Services;
import org.dermarium.embedded.service.Surroundings;

/**
 * All parts of one installation, put together from its data directory and its ports.
 *
 * @param sources the repository with everything built
 * @param instances how many processes run each service
 */
record Installation(Path sources, Home home, Ports ports, int instances, Secrets secrets, Progress progress) {

    /** From {@code DERMARIUM_HOME}, {@code DERMARIUM_PORT} and {@code DERMARIUM_BASE_PORT}. */
    static Installation fromEnvironment(Path sources) {
        String folder = System.getenv()
                .getOrDefault("DERMARIUM_HOME", sources.resolve("var").toString());
        var ports = new Ports(
                number("DERMARIUM_PORT", Ports.DEFAULT_GATEWAY), number("DERMARIUM_BASE_PORT", Ports.DEFAULT_BASE));
        Home home = Home.open(Path.of(folder));
        return at(sources, home, ports, Instances.of(home).known());
    }

    /** The servers alone, for tests. */
    static Installation withoutServices(Path sources, Path folder, Ports ports) {
        return at(sources, Home.open(folder), ports, 1);
    }

    private static Installation at(Path sources, Home home, Ports ports, int instances) {
        return new Installation(sources, home, ports, instances, Secrets.of(home), new Progress(System.out));
    }

    Installation withInstances(int number) {
        return new Installation(sources, home, ports, number, secrets, progress);
    }

    Fleet fleet() {
        return new Fleet(home.runFiles(), home.logs(), progress);
    }

    Servers servers() {
        return new Servers(home, ports, secrets, sources.resolve("deploy/embedded"));
    }

    Services services() {
        return new Services(home, ports, sources, instances, environment());
    }

    Dashboards dashboards() {
        return new Dashboards(home, ports, instances, sources.resolve("deploy"));
    }

    /** Starts again what ends. */
    Daemon supervisor() {
        return new Supervision(this).daemon();
    }

    /** Servers and services: what belongs to every installation. */
    List<Daemon> daemons() {
        return Stream.concat(servers().daemons().stream(), services().daemons().stream())
                .toList();
    }

    String publicUrl() {
        return System.getenv().getOrDefault("DERMARIUM_PUBLIC_URL", "http://127.0.0.1:" + ports.gateway());
    }

    /** What services and the seeder are told. */
    Map<String, String> environment() {
        return Surroundings.of(servers().addresses(), ports, instances, secrets, publicUrl());
    }

    private static int number(String variable, int usual) {
        String value = System.getenv().getOrDefault(variable, Integer.toString(usual));
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_500) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, with the same words as a number out of range.
        }
        throw new CannotStart(variable + " has to be a port number, not '" + value + "'");
    }
}

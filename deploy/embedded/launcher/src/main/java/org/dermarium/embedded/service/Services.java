package org.dermarium.embedded.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.process.CannotStart;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;

/**
 * The services of one installation.
 *
 * @param sources the repository; services are taken from {@code services/<folder>/target}
 * @param environment what every service is told about its surroundings
 */
public record Services(Home home, Ports ports, Path sources, Map<String, String> environment) {

    public static final int TIER = 2;

    /** Cold start of all of them at once on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Those that the build builds. */
    public List<Service> present() {
        try {
            String build = Files.readString(sources.resolve("pom.xml"));
            return Service.all().stream()
                    .filter(service -> build.contains("<module>services/" + service.folder() + "</module>"))
                    .toList();
        } catch (IOException failure) {
            throw new CannotStart(sources + " is not the source folder of Dermarium: " + failure, failure);
        }
    }

    /** Throws when a service has no jar, before anything is started. */
    public void requireBuilt() {
        present().forEach(this::jar);
    }

    /** Makes ready to start what was built, while older versions may still run. */
    public void unpack() throws IOException, InterruptedException {
        for (Service service : present()) {
            program(service).unpack(home, service, jar(service));
        }
    }

    public List<String> databases() {
        return Service.databases(present());
    }

    public List<Daemon> daemons() {
        return present().stream().map(this::daemon).toList();
    }

    Daemon daemon(Service service) {
        int management = service.managementPort(ports);
        return new Daemon(
                service.label(),
                TIER,
                Stream.of(service.port(ports), management).distinct().toList(),
                () -> program(service).version(),
                Jvm.marker(home, service.label()),
                () -> process(service, program(service)),
                Readiness.http(
                        "http://127.0.0.1:" + management + "/actuator/health/readiness", status -> status == 200),
                StopSignal.TERM,
                PATIENCE);
    }

    ServiceProgram program(Service service) {
        return ServiceProgram.of(home, service, jar(service));
    }

    private ProcessBuilder process(Service service, ServiceProgram program) throws IOException, InterruptedException {
        program.install(home, service, jar(service));
        List<String> options = new ArrayList<>();
        if (Files.exists(program.cache())) {
            options.add("-XX:AOTCache=" + program.cache());
        }
        return java(service, service.label(), program, options);
    }

    /** The training run has to have the options of the real one, or its cache is refused. */
    ProcessBuilder java(Service service, String name, ServiceProgram program, List<String> options) throws IOException {
        List<String> command =
                Jvm.command(home, name, service.compiling(), "-Xms64m", "-Xmx" + service.heapMegabytes() + "m");
        // Enough for a start: else the heap is collected forty times while it grows, three times because of classes.
        command.addAll(List.of("-XX:NewSize=24m", "-XX:MetaspaceSize=128m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(wished(service));
        command.addAll(List.of("-jar", program.jar().toString()));
        var process = new ProcessBuilder(command).directory(home.root().toFile());
        process.environment().putAll(environment);
        process.environment().put("SERVER_ADDRESS", "127.0.0.1");
        process.environment().put("SERVER_PORT", Integer.toString(service.port(ports)));
        process.environment().put("DERMARIUM_MANAGEMENT_PORT", Integer.toString(service.managementPort(ports)));
        return process;
    }

    /** More options from outside, for a debugger or a profiler: {@code DERMARIUM_INGEST_JAVA_OPTIONS}. */
    private static List<String> wished(Service service) {
        String options = System.getenv().getOrDefault("DERMARIUM_" + service.name() + "_JAVA_OPTIONS", "");
        return Arrays.stream(options.split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private Path jar(Service service) {
        Path target = folder(service).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches(service.folder() + "[-.0-9A-Z]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart(service.folder() + " is not built: no jar in " + target));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder(Service service) {
        return sources.resolve("services").resolve(service.folder());
    }
}

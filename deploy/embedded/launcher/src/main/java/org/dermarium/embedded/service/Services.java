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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.home.Ports;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.StopSignal;

/**
 * The services of one installation.
 *
 * @param sources the repository; services are taken from {@code services/<folder>/target}
 * @param instances how many processes run each service
 * @param environment what every service is told about its surroundings
 */
public record Services(Home home, Ports ports, Path sources, int instances, Map<String, String> environment) {

    public static final int TIER = 2;

    /** Cold start of all of them at once on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String LAYOUT = "-";

    /** Throws when a service has no jar, before anything is started. */
    public void requireBuilt() {
        Service.all().forEach(this::jar);
    }

    /** Makes ready to start what was built, while older versions may still run. */
    public void unpack() throws IOException, InterruptedException {
        for (Service service : Service.all()) {
            program(service).unpack(home, service, jar(service));
        }
    }

    public List<String> databases() {
        return Service.databases(Service.all());
    }

    public List<Daemon> daemons() {
        return all(instance -> program(instance.service()), instance -> true);
    }

    /** The instances of this number: those of one number can start together without being in each other's way. */
    public List<Daemon> daemons(int number) {
        return all(instance -> program(instance.service()), instance -> instance.number() == number);
    }

    /** The same for whoever starts again what ended: with the program that ran, whatever was built meanwhile. */
    public List<Daemon> daemonsAsStarted() {
        return all(this::programThatRan, instance -> true);
    }

    private ServiceProgram programThatRan(Instance instance) {
        return home.runFiles()
                .find(instance.label())
                .map(ran -> programOf(instance.service(), ran.version()))
                .filter(ServiceProgram::isInstalled)
                .orElseGet(() -> program(instance.service()));
    }

    private List<Daemon> all(Function<Instance, ServiceProgram> program, Predicate<Instance> wanted) {
        return Service.all().stream()
                .flatMap(service -> service.instances(instances).stream())
                .filter(wanted)
                .map(instance -> daemon(instance, () -> program.apply(instance)))
                .toList();
    }

    private Daemon daemon(Instance instance, Supplier<ServiceProgram> program) {
        int management = instance.managementPort(ports);
        return new Daemon(
                instance.label(),
                TIER,
                Stream.of(instance.port(ports), management).distinct().toList(),
                () -> version(instance, program.get()),
                Jvm.marker(home, instance.label()),
                () -> process(instance, program.get()),
                Readiness.http(
                        "http://127.0.0.1:" + management + "/actuator/health/readiness", status -> status == 200),
                StopSignal.TERM,
                PATIENCE);
    }

    ServiceProgram program(Service service) {
        return ServiceProgram.of(home, service, jar(service));
    }

    /** The gateway has to begin anew when there are more or fewer instances behind it. */
    private String version(Instance instance, ServiceProgram program) {
        String layout = instance.service() == Service.GATEWAY && instances > 1 ? LAYOUT + instances : "";
        return program.version() + layout;
    }

    private ServiceProgram programOf(Service service, String version) {
        return ServiceProgram.named(home, service, version.split(LAYOUT)[0]);
    }

    private ProcessBuilder process(Instance instance, ServiceProgram program) throws IOException, InterruptedException {
        Service service = instance.service();
        synchronized (service) {
            // Two instances that start at once share the program.
            if (!program.isInstalled()) {
                program.unpack(home, service, jar(service));
            }
            program.removeOlder(home, service);
        }
        List<String> options = new ArrayList<>();
        if (Files.exists(program.cache())) {
            options.add("-XX:AOTCache=" + program.cache());
        }
        ProcessBuilder process = java(service, instance.label(), program, options);
        process.environment().put("SERVER_PORT", Integer.toString(instance.port(ports)));
        process.environment().put("DERMARIUM_MANAGEMENT_PORT", Integer.toString(instance.managementPort(ports)));
        process.environment().put("DERMARIUM_INSTANCE", instance.label());
        return process;
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

package org.dermarium.embedded.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the ahead-of-time caches of the services. A training run builds the whole application context, leaves before
 * anything listens, consumes or relays, and may therefore run beside the service it trains for.
 */
public record Training(Services services) {

    /** Services without a cache, because they are new or changed. */
    public List<Service> wanting() {
        return Service.all().stream()
                .filter(service -> wantsCache(services.program(service)))
                .toList();
    }

    /** What was built but never started has no program to train with yet. */
    private static boolean wantsCache(ServiceProgram program) {
        return program.isInstalled() && !Files.exists(program.cache());
    }

    /** One after the other: this is work for idle cores. A run that fails costs a slower start and nothing else. */
    public void run() throws IOException, InterruptedException {
        for (Service service : wanting()) {
            train(service);
        }
    }

    private void train(Service service) throws IOException, InterruptedException {
        ServiceProgram program = services.program(service);
        Path fresh = program.cache().resolveSibling("training.aot");
        var options = List.of("-XX:AOTCacheOutput=" + fresh, "-Dspring.context.exit=onRefresh");
        String name = service.label() + "-training";
        Process run = services.java(service, name, program, options)
                .redirectErrorStream(true)
                .redirectOutput(services.home().logs().resolve(name + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(run::destroyForcibly));
        run.waitFor();
        if (Files.exists(fresh)) {
            Files.move(fresh, program.cache(), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}

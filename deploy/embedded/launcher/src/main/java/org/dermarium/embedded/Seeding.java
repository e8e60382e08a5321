package org.dermarium.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Compiling;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.service.Service;

/** Runs the seeder of {@code deploy/seed}, which loads data through the public API as any contributor would. */
record Seeding(Installation installation) {

    /** Loads the demo unless an earlier call did; one that was interrupted is done again. */
    void firstTime() throws IOException, InterruptedException {
        Path done = installation.home().root().resolve("demo-seeded");
        if (Files.exists(done) || classPath().isEmpty()) {
            return;
        }
        installation.progress().say("Loading the demo data.");
        if (run(List.of("demo")) == 0) {
            Files.createFile(done);
        } else {
            installation.progress().say("The demo data is not complete; ./dermarium up tries again.");
        }
    }

    /** @return the seeder's exit status */
    int run(List<String> what) throws IOException, InterruptedException {
        String classPath = classPath()
                .orElseThrow(() -> new CannotStart("The seeder is not built: no jar in deploy/seed/target."));
        List<String> command = Jvm.command(installation.home(), "seed", Compiling.USUAL, "-Xmx384m");
        command.addAll(List.of("-cp", classPath, "org.dermarium.seed.Seed"));
        command.addAll(what);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(installation.environment());
        process.environment()
                .put("DERMARIUM_IDENTITY", "http://127.0.0.1:" + Service.IDENTITY.port(installation.ports()));
        process.environment()
                .put("DERMARIUM_URL", "http://127.0.0.1:" + installation.ports().gateway());
        return process.start().waitFor();
    }

    private Optional<String> classPath() throws IOException {
        Path target = installation.sources().resolve("deploy/seed/target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("dermarium-seed[-.0-9A-Z]*\\.jar"))
                    .findFirst()
                    .map(jar -> jar + ":" + target.resolve("lib") + "/*");
        }
    }
}

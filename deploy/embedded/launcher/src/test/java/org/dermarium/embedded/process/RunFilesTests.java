package org.dermarium.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTests {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void startSomething() throws IOException {
        // Leaves an ended child behind that it never asks after.
        process = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
    }

    @AfterEach
    void killIt() {
        process.destroyForcibly();
    }

    @Test
    void findsProcessByPidAndStartTime() {
        var files = new RunFiles(folder);
        files.write(running(started()));

        assertThat(files.find("kafka").flatMap(Running::process)).contains(process.toHandle());
    }

    @Test
    void takesPidThatWasGivenToStrangerForDead() {
        var files = new RunFiles(folder);
        files.write(running(started().minus(Duration.ofMinutes(5))));

        assertThat(files.find("kafka").flatMap(Running::process)).isEmpty();
    }

    @Test
    void takesProcessThatNobodyReapedForDead() {
        await("the child's end")
                .atMost(Duration.ofSeconds(10))
                .until(() -> process.children().anyMatch(child -> Running.isZombie(child.pid())));

        assertThat(Running.isZombie(process.pid())).isFalse();
    }

    @Test
    void forgetsFileThatCrashCutShort() throws IOException {
        Files.writeString(folder.resolve("kafka.run"), "tier=1\npid=12");

        assertThat(new RunFiles(folder).find("kafka")).isEmpty();
        assertThat(new RunFiles(folder).all()).isEmpty();
    }

    private Instant started() {
        return process.info().startInstant().orElseThrow();
    }

    private Running running(Instant started) {
        return new Running("kafka", 1, process.pid(), started, List.of(8111), StopSignal.TERM, "");
    }
}

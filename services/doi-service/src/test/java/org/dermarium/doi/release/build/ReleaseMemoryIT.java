package org.dermarium.doi.release.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.Test;

class ReleaseMemoryIT {

    @Test
    void packsThreeHundredMegabytesInNinetySixOfHeap() throws Exception {
        Servers servers = Servers.shared();
        Isolation own = servers.isolate("gateway");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                classPath,
                PackingProgram.class.getName(),
                servers.s3(),
                servers.s3AccessKey(),
                servers.s3SecretKey(),
                own.publicBucket(),
                "1100",
                "packed.zip");

        Process packing = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(packing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(packing.waitFor()).as(said).isZero();
        var settings = own.settings("dermarium.s3", S3Settings.class);
        assertThat(BlobsConfig.s3(settings)
                        .stat(own.publicBucket(), "packed.zip")
                        .orElseThrow()
                        .size())
                .isGreaterThan(1_100 * 280_000L);
    }
}

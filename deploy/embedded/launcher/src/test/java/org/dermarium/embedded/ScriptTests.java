package org.dermarium.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of {@code ./dermarium} that runs before there is a Java to run the rest. */
class ScriptTests {

    private static final Path SCRIPT =
            Path.of("../../../dermarium").toAbsolutePath().normalize();

    private record Outcome(int status, String text) {}

    @TempDir
    Path folder;

    @Test
    void takesJavaHomeThatIsNewEnough() throws Exception {
        Path jdk = jdk("jdk-26", "26.0.1");

        assertThat(script(Map.of("JAVA_HOME", jdk.toString()), "java-home").text())
                .isEqualTo(jdk.toString());
    }

    @Test
    void passesOverJavaHomeThatIsTooOld() throws Exception {
        Path old = jdk("jdk-17", "17.0.9");
        Path onPath = jdk("jdk-25", "25");
        String path = onPath.resolve("bin") + ":" + System.getenv("PATH");

        var outcome = script(Map.of("JAVA_HOME", old.toString(), "PATH", path), "java-home");

        assertThat(outcome.text()).isEqualTo(onPath.toRealPath().toString());
    }

    @Test
    void takesNewestOfTheUsualFolders() throws Exception {
        Path newest = jdk(".sdkman/candidates/java/99-tem", "99.0.2");
        jdk(".sdkman/candidates/java/98-tem", "98");

        var outcome = script(Map.of("JAVA_HOME", "", "HOME", folder.toString(), "PATH", "/usr/bin:/bin"), "java-home");

        assertThat(outcome.text()).isEqualTo(newest.toString());
    }

    @Test
    void saysWhichPortSettingIsWrong() throws Exception {
        var outcome = script(
                Map.of(
                        "DERMARIUM_PORT",
                        "http",
                        "DERMARIUM_HOME",
                        folder.resolve("var").toString()),
                "status");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.text()).contains("DERMARIUM_PORT").contains("'http'");
    }

    @Test
    void listsItsCommandsWhenAskedForUnknownOne() throws Exception {
        var outcome = script(Map.of(), "explode");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.text()).contains("Usage:").contains("--attach");
    }

    private Outcome script(Map<String, String> environment, String... arguments) throws Exception {
        var builder = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Outcome(process.waitFor(), text);
    }

    /** What the script looks at: a compiler and a release file. */
    private Path jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve(name));
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        assertThat(Files.createFile(bin.resolve("javac")).toFile().setExecutable(true))
                .isTrue();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}

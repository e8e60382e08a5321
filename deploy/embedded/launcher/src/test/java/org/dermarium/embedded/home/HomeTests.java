package org.dermarium.embedded.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.dermarium.embedded.fleet.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTests {

    @TempDir
    Path folder;

    @Test
    void keepsItsSecretsOverStartsAndToItself() throws IOException {
        Home home = Home.open(folder.resolve("var"));

        Secrets first = Secrets.of(home);

        assertThat(Secrets.of(Home.open(folder.resolve("var")))).isEqualTo(first);
        assertThat(first.signing()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.root().resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void erasesNoFolderThatIsNotItsOwn() throws IOException {
        Path photographs = Files.createFile(folder.resolve("photographs.zip"));

        assertThatThrownBy(() -> new Home(folder).erase())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nothing was deleted");
        assertThat(photographs).exists();
    }

    @Test
    void refusesSecondLauncherAtWork() {
        Home home = Home.open(folder.resolve("var"));
        home.lock(Duration.ZERO);

        assertThatThrownBy(() -> home.lock(Duration.ZERO))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("at work");
    }

    @Test
    void dropsOldVersionOfJarWhenProgramChanges() throws IOException {
        Path built = Files.createDirectories(folder.resolve("built/lib"));
        Files.writeString(built.resolve("kafka-1.jar"), "one");
        Path installed = Program.install(folder.resolve("built"), folder.resolve("program"));
        Files.delete(built.resolve("kafka-1.jar"));
        Files.writeString(built.resolve("kafka-2.jar"), "two");

        Program.install(folder.resolve("built"), folder.resolve("program"));

        assertThat(installed.resolve("lib/kafka-1.jar")).doesNotExist();
        assertThat(installed.resolve("lib/kafka-2.jar")).hasContent("two");
    }
}

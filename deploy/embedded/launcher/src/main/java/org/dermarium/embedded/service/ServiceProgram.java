package org.dermarium.embedded.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dermarium.embedded.fleet.CannotStart;
import org.dermarium.embedded.home.Home;
import org.dermarium.embedded.home.Jvm;
import org.dermarium.embedded.process.Running;

/**
 * A service's jar, unpacked: a JVM reads plain jars faster than jars inside a jar, and only plain ones can be put into
 * an ahead-of-time cache.
 *
 * @param folder named by what is in the jar, so that an unchanged service keeps its cache over builds
 */
record ServiceProgram(Path folder) {

    private static final String JAR = "service.jar";

    static ServiceProgram of(Home home, Service service, Path jar) {
        return new ServiceProgram(shelf(home, service).resolve(fingerprint(jar)));
    }

    static ServiceProgram named(Home home, Service service, String version) {
        return new ServiceProgram(shelf(home, service).resolve(version));
    }

    /** Removes what older builds left, but for those that an instance still runs. */
    void removeOlder(Home home, Service service) throws IOException {
        List<String> running = home.runFiles().all().stream()
                .filter(one -> one.process().isPresent())
                .map(Running::version)
                .toList();
        try (Stream<Path> versions = Files.list(shelf(home, service))) {
            for (Path older :
                    versions.filter(version -> !version.equals(folder)).toList()) {
                if (running.stream()
                        .noneMatch(version ->
                                version.startsWith(older.getFileName().toString()))) {
                    Home.delete(older);
                }
            }
        }
    }

    /** Does nothing when it was done before. */
    void unpack(Home home, Service service, Path jar) throws IOException, InterruptedException {
        if (!isInstalled()) {
            unpack(home, service, jar, folder);
        }
    }

    boolean isInstalled() {
        return Files.exists(folder);
    }

    String version() {
        return folder.getFileName().toString();
    }

    private static Path shelf(Home home, Service service) {
        return home.programs().resolve(service.label());
    }

    Path jar() {
        return folder.resolve(JAR);
    }

    /** Another Java would refuse the cache, so each has its own. */
    Path cache() {
        return folder.resolve("start-" + Runtime.version() + ".aot");
    }

    private static void unpack(Home home, Service service, Path jar, Path target)
            throws IOException, InterruptedException {
        Path fresh = home.emptyTmp(service.label() + "-unpack").resolve("program");
        Path copy = Files.copy(jar, fresh.resolveSibling(JAR));
        var extract = List.of(
                Jvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djarmode=tools",
                "-jar",
                copy.toString(),
                "extract",
                "--destination",
                fresh.toString());
        Path log = home.logs().resolve(service.label() + "-unpack.log");
        int status = new ProcessBuilder(extract)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new CannotStart("Cannot unpack " + jar + ":\n" + Files.readString(log));
        }
        Files.createDirectories(target.getParent());
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(copy);
    }

    /** From names and checksums in the jar's directory: times of building do not count, and 90 MB need not be read. */
    private static String fingerprint(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ZipEntry entry : zip.stream().toList()) {
                digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, entry.getCrc()));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException unreadable) {
            throw new CannotStart("Cannot read " + jar + ": " + unreadable, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

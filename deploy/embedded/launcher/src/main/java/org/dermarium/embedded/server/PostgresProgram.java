package org.dermarium.embedded.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.dermarium.embedded.fleet.CannotStart;

/** PostgreSQL's binaries, unpacked from the class path: {@code initdb}, {@code pg_ctl} and {@code postgres}, no more. */
record PostgresProgram(Path folder) {

    private static final String ARCHIVE = System.getProperty("os.arch").equals("aarch64")
            ? "/postgres-linux-arm_64.txz"
            : "/postgres-linux-x86_64.txz";

    /** Unpacks once; a folder that a crash left half-filled is filled again. */
    static PostgresProgram install(Path folder) throws IOException {
        Path complete = folder.resolve(".complete");
        if (!Files.exists(complete)) {
            try (InputStream archive = PostgresProgram.class.getResourceAsStream(ARCHIVE)) {
                if (archive == null) {
                    throw new CannotStart("There is no PostgreSQL for this kind of machine (" + ARCHIVE + ").");
                }
                unpack(archive, folder);
            }
            Files.createFile(complete);
        }
        return new PostgresProgram(folder);
    }

    String binary(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0111) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make executable: " + file);
        }
    }
}

package org.dermarium.embedded.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.dermarium.embedded.fleet.CannotStart;

/**
 * Random credentials made at the first start and kept in {@code secrets.properties}, readable by the owner only.
 *
 * @param signing key material the services share for cursors, cookies and client secrets
 */
public record Secrets(
        String postgresPassword, String s3AccessKey, String s3SecretKey, String registrarPassword, String signing) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secrets of(Home home) {
        Path file = home.root().resolve("secrets.properties");
        var stored = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    stored.load(in);
                }
            }
            int known = stored.size();
            var secrets = new Secrets(
                    known(stored, "postgres-password", 16),
                    known(stored, "s3-access-key", 10),
                    known(stored, "s3-secret-key", 20),
                    known(stored, "registrar-password", 16),
                    known(stored, "signing", 32));
            if (stored.size() > known) {
                write(file, stored);
            }
            return secrets;
        } catch (IOException failure) {
            throw new CannotStart("Cannot keep secrets in " + file + ": " + failure, failure);
        }
    }

    private static String known(Properties stored, String name, int bytes) {
        return (String) stored.computeIfAbsent(name, missing -> random(bytes));
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /** Whole or not at all: half a secrets file would lock us out of our own database. */
    private static void write(Path file, Properties secrets) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(fresh)) {
            secrets.store(out, "Generated at the first start. Deleting this file makes the data unreadable.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

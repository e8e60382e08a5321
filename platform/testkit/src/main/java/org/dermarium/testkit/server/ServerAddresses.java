package org.dermarium.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the servers of a test run are.
 *
 * @param kafka {@code host:port}
 * @param postgres {@code host:port}
 * @param elasticsearch base URL
 * @param s3 base URL
 */
record ServerAddresses(
        String kafka,
        String postgres,
        String postgresUser,
        String postgresPassword,
        String elasticsearch,
        String s3,
        String s3AccessKey,
        String s3SecretKey) {

    static ServerAddresses read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the addresses of the test servers cannot be read", e);
        }
        return new ServerAddresses(
                required(properties, file, "kafka"),
                required(properties, file, "postgres"),
                required(properties, file, "postgresUser"),
                required(properties, file, "postgresPassword"),
                required(properties, file, "elasticsearch"),
                required(properties, file, "s3"),
                required(properties, file, "s3AccessKey"),
                required(properties, file, "s3SecretKey"));
    }

    private static String required(Properties properties, Path file, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(file + " does not say " + name);
        }
        return value;
    }
}

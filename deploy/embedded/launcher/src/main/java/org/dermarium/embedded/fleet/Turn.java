package org.dermarium.embedded.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A lock on a file, held until it is closed or the JVM ends, by whatever end. */
public record Turn(FileChannel file) implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    /** Empty while somebody else holds it. */
    public static Optional<Turn> take(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(file)) {
                return Optional.of(new Turn(file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty when somebody else still holds it after {@code patience}. */
    public static Optional<Turn> await(Path path, Duration patience) {
        Instant end = Instant.now().plus(patience);
        Optional<Turn> turn = take(path);
        try {
            while (turn.isEmpty() && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
                turn = take(path);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return turn;
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

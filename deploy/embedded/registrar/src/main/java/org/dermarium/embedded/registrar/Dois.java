package org.dermarium.embedded.registrar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dermarium.embedded.registrar.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * All DOIs, in memory and in a file. A change is on the disk before anybody hears of it, and the file is replaced whole,
 * so a crash at any moment leaves one state or the other.
 */
final class Dois {

    private final Path file;
    private TreeMap<String, Doi> all = new TreeMap<>();

    Dois(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        Files.createDirectories(this.file.getParent());
        if (Files.exists(file)) {
            Json.MAPPER.readTree(Files.readString(file)).forEach(one -> {
                Doi doi = Doi.of(one);
                all.put(doi.id(), doi);
            });
        }
    }

    synchronized List<Doi> list() {
        return List.copyOf(all.values());
    }

    synchronized Optional<Doi> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** @param change from what is there, or null, to what is to be there, or null */
    synchronized void change(String id, UnaryOperator<@Nullable Doi> change) {
        var next = new TreeMap<>(all);
        Doi changed = change.apply(all.get(id));
        if (changed == null) {
            next.remove(id);
        } else {
            next.put(id, changed);
        }
        write(next.values());
        all = next;
    }

    private void write(Iterable<Doi> dois) {
        var json = Json.MAPPER.createArrayNode();
        dois.forEach(doi -> json.add(doi.json()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.toPrettyString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

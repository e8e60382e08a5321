package org.dermarium.challenge.scoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors of the shared folder, found beside the project or where DERMARIUM_SHARED points. */
final class Cases {

    private static final JsonMapper JSON = new JsonMapper();

    private Cases() {}

    static Path shared(String path) {
        Path root =
                Path.of(Optional.ofNullable(System.getenv("DERMARIUM_SHARED")).orElse("../../../shared"));
        Path file = root.resolve(path);
        assumeTrue(Files.exists(file), "the shared folder with the vectors is not here");
        return file;
    }

    static JsonNode json(String path) {
        return JSON.readTree(shared(path).toFile());
    }

    static Stream<JsonNode> lines(String path) throws IOException {
        return Files.lines(shared(path)).map(JSON::readTree);
    }

    static InputStream text(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a recording: as text, Base64 or hex. */
    static Optional<byte[]> bytes(JsonNode file) {
        if (file.hasNonNull("text")) {
            return Optional.of(file.get("text").asString().getBytes(StandardCharsets.UTF_8));
        }
        if (file.hasNonNull("base64")) {
            return Optional.of(Base64.getDecoder().decode(file.get("base64").asString()));
        }
        if (file.hasNonNull("csv")) {
            return Optional.of(file.get("csv").asString().getBytes(StandardCharsets.UTF_8));
        }
        return file.hasNonNull("csv_bytes_hex")
                ? Optional.of(HexFormat.of().parseHex(file.get("csv_bytes_hex").asString()))
                : Optional.empty();
    }
}

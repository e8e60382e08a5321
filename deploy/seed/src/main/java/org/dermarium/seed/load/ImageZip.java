package org.dermarium.seed.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs pictures without compressing them again. */
final class ImageZip {

    private ImageZip() {}

    static void write(Path file, List<Picture> pictures) {
        // Painting is the slow part, and each picture is painted alone.
        List<byte[]> painted =
                pictures.parallelStream().map(p -> p.bytes().get()).toList();
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < painted.size(); i++) {
                add(zip, pictures.get(i).fileName(), painted.get(i));
            }
        } catch (IOException e) {
            throw new SeedFailed("cannot write " + file, e);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

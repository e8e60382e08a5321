package org.dermarium.doi.release.pack;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dermarium.archive.zip.Sums;
import org.dermarium.archive.zip.ZipMember;

/** A file that is written to disk first, because its size and checksums must be known before its bytes are sent. */
record SpooledFile(Path file, long size, String sha256, long crc32) {

    /** What a file has in it. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static SpooledFile write(Path file, Content content) throws IOException {
        var sums = new Sums();
        try (var out = new BufferedOutputStream(new Summed(Files.newOutputStream(file), sums), 1 << 16)) {
            content.write(out);
        }
        long crc32 = sums.crc32();
        return new SpooledFile(file, sums.size(), sums.sha256(), crc32);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    ZipMember member(String path) {
        return ZipMember.file(path, file, size, crc32);
    }

    private static final class Summed extends FilterOutputStream {

        private final Sums sums;

        Summed(OutputStream out, Sums sums) {
            super(out);
            this.sums = sums;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
            sums.write(bytes, offset, count);
        }
    }
}

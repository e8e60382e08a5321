package org.dermarium.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reads UTF-8 past an optional byte order mark and refuses anything else, naming the byte and the line where it stops being UTF-8. */
final class StrictUtf8 extends Reader {

    private static final int CHUNK = 1 << 16;

    private static final int BYTE_ORDER_MARK = 0xEFBBBF;

    private final InputStream in;
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private long offsetOfChunk;
    private long line = 1;
    private boolean ended;

    StrictUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                count(target, offset, chars.position());
                throw notUtf8();
            }
            if (chars.position() > 0) {
                count(target, offset, chars.position());
                return chars.position();
            }
            if (ended) {
                return -1;
            }
            refill();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        offsetOfChunk += bytes.position();
        bytes.compact();
        boolean first = offsetOfChunk == 0 && bytes.position() == 0;
        int wanted = bytes.remaining();
        int read = in.readNBytes(bytes.array(), bytes.position(), wanted);
        ended = read < wanted;
        bytes.position(bytes.position() + read).flip();
        if (first && read >= 3 && (bytes.getInt(0) >>> 8) == BYTE_ORDER_MARK) {
            bytes.position(3);
        }
    }

    private void count(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == '\n') {
                line++;
            }
        }
    }

    private UnreadableCsv notUtf8() {
        long offset = offsetOfChunk + bytes.position();
        int first = bytes.get(bytes.position()) & 0xFF;
        if (offset == 0 && first >= 0xFE) {
            return new UnreadableCsv("The file is UTF-16, not UTF-8. Save it as \"CSV UTF-8\".");
        }
        return new UnreadableCsv("The file is not UTF-8: byte %d (line %d) is 0x%02X. Save it as \"CSV UTF-8\"."
                .formatted(offset, line, first));
    }
}

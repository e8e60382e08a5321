package org.dermarium.testkit.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP archives field by field, so that they can be wrong in ways a decent library refuses to write. */
final class RawZip {

    private static final int ENCRYPTED = 1;
    private static final int UTF8_NAME = 1 << 11;
    private static final int SYMLINK = 0120777 << 16;
    private static final int FILE = 0100644 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    RawZip file(String name, byte[] content) {
        return entry(name, content, 0, FILE, content.length);
    }

    RawZip encrypted(String name, byte[] content) {
        return entry(name, content, ENCRYPTED, FILE, content.length);
    }

    RawZip symlink(String name, String target) {
        byte[] content = target.getBytes(UTF_8);
        return entry(name, content, 0, SYMLINK, content.length);
    }

    /** A file whose headers announce another size than it unpacks to. */
    RawZip lying(String name, byte[] content, int announced) {
        return entry(name, content, 0, FILE, announced);
    }

    /** Names the content of the entry at this offset once more, without storing it again. */
    RawZip again(String name, int entryIndex) {
        byte[] first = directory.get(entryIndex);
        byte[] label = name.getBytes(UTF_8);
        var header = ByteBuffer.allocate(46 + label.length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(first, 0, 46).put(label).putShort(28, (short) label.length);
        directory.add(header.array());
        return this;
    }

    byte[] bytes() {
        int start = out.size();
        directory.forEach(out::writeBytes);
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) directory.size())
                .putShort((short) directory.size())
                .putInt(out.size() - start)
                .putInt(start)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private RawZip entry(String name, byte[] content, int flags, int attributes, int announced) {
        byte[] label = name.getBytes(UTF_8);
        byte[] packed = deflated(content);
        int offset = out.size();
        byte[] common = little(26)
                .putShort((short) 20)
                .putShort((short) (flags | UTF8_NAME))
                .putShort((short) 8)
                .putShort((short) 0)
                .putShort((short) 0x5A21)
                .putInt((int) crc(content))
                .putInt(packed.length)
                .putInt(announced)
                .putShort((short) label.length)
                .putShort((short) 0)
                .array();
        out.writeBytes(little(4).putInt(0x04034b50).array());
        out.writeBytes(common);
        out.writeBytes(label);
        out.writeBytes(packed);
        directory.add(little(46 + label.length)
                .putInt(0x02014b50)
                .putShort((short) 0x031E)
                .put(common)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(attributes)
                .putInt(offset)
                .put(label)
                .array());
        return this;
    }

    private static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[64 * 1024];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.dermarium.archive.zip;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A ZIP archive that is nowhere whole: its length and its tag are computed, its bytes come from where its members are
 * while they are read. Members are stored as they are, in the order given, so equal members make equal archives.
 */
public final class ZipArchive {

    private final Supplier<Stream<ZipMember>> members;
    private final long directory;
    private final byte[] end;
    private final long size;
    private final String tag;

    /**
     * Goes once through all members.
     *
     * @param members gives the same ones in the same order at each call; every stream is closed
     */
    public ZipArchive(Supplier<Stream<ZipMember>> members) {
        this.members = members;
        MessageDigest digest = Sums.newSha256();
        long[] sums = new long[3];
        try (Stream<ZipMember> all = members.get()) {
            all.forEach(member -> {
                digest.update(member.central(0));
                sums[2] += member.central(sums[1]).length;
                sums[1] += member.sizeWithHeader();
                sums[0]++;
            });
        }
        directory = sums[1];
        end = ZipFormat.end(sums[0], sums[2], directory);
        size = directory + sums[2] + end.length;
        tag = '"' + HexFormat.of().formatHex(digest.digest(), 0, 16) + '"';
    }

    /** Bytes of the whole archive. */
    public long size() {
        return size;
    }

    /** Equal for equal archives (RFC 9110 §8.8.3, strong). */
    public String tag() {
        return tag;
    }

    /** Opens some of the bytes; as many MUST be there. */
    public InputStream open(long from, long length) {
        return new SegmentStream(segments(), from, length);
    }

    /** Opens the whole archive and fetches small members before their turn. */
    public InputStream open(ReadAhead ahead) {
        return new SegmentStream(ahead.over(segments()), 0, size);
    }

    private Stream<Segment> segments() {
        Stream<Segment> contents = members.get().flatMap(m -> Stream.of(Segment.of(m.local()), m.content()));
        long[] offset = new long[1];
        Stream<Segment> headers = members.get().map(m -> {
            byte[] header = m.central(offset[0]);
            offset[0] += m.sizeWithHeader();
            return Segment.of(header);
        });
        return Stream.concat(Stream.concat(contents, headers), Stream.of(Segment.of(end)));
    }
}

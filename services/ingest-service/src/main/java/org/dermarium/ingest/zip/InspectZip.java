package org.dermarium.ingest.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dermarium.ingest.original.Original;

/**
 * Checks a complete ZIP before anything of it is used: names, kinds, overlaps, and every file unpacked and
 * counted, since sizes in headers may lie.
 */
final class InspectZip {

    private static final Set<Integer> METHODS = Set.of(0, 8, 9);
    static final int MOST_PROBLEMS = 100;
    private static final int SMALL = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};

    private final String key;
    private final ZipSettings limits;
    private final long largestFile;
    private final EntryNames names = new EntryNames();
    private final List<ZipProblem> problems = new ArrayList<>();
    private final SequencedMap<String, Original> files = new LinkedHashMap<>();
    private final byte[] buffer = new byte[BUFFER];
    private long total;

    /** @param largestFile in bytes, unpacked */
    private InspectZip(String key, ZipSettings limits, long largestFile) {
        this.key = key;
        this.limits = limits;
        this.largestFile = largestFile;
    }

    /**
     * The files to be taken by their names, in the ZIP's order.
     *
     * @param key of the ZIP's object
     * @throws UnsafeZip naming every problem
     */
    static SequencedMap<String, Original> inspect(Path zip, String key, ZipSettings limits, long largestFile) {
        return new InspectZip(key, limits, largestFile).inspect(zip);
    }

    private SequencedMap<String, Original> inspect(Path path) {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > limits.entries()) {
                throw new UnsafeZip("The ZIP holds more than " + limits.entries() + " files.", List.of());
            }
            for (ZipArchiveEntry entry : entries) {
                look(zip, entry);
                if (problems.size() >= MOST_PROBLEMS || total > limits.total().toBytes()) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsafeZip("The file is no ZIP, or a damaged one.", List.of());
        }
        findOverlaps();
        if (!problems.isEmpty()) {
            throw new UnsafeZip("Nothing of the ZIP was taken, because of problems with files in it.", problems);
        }
        return files;
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory() || EntryNames.isNoise(EntryNames.base(name))) {
            return;
        }
        String problem = kind(entry);
        if (problem.isEmpty()) {
            problem = names.problem(name).orElse("");
        }
        if (!problem.isEmpty()) {
            refuse(name, problem);
        } else {
            unpack(zip, entry);
        }
    }

    private static String kind(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "The file is encrypted.";
        }
        if (entry.isUnixSymlink()) {
            return "It is a link and no file.";
        }
        return METHODS.contains(entry.getMethod()) ? "" : "It is packed in a way that is not supported.";
    }

    /** Counts what really comes out. */
    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        var sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = in.readNBytes(buffer, 0, buffer.length)) {
                if (size == 0 && isZip(read)) {
                    refuse(name, "It is a ZIP inside the ZIP.");
                    return;
                }
                size += read;
                total += read;
                sum.update(buffer, 0, read);
                if (isTooMuch(entry, size)) {
                    refuse(name, "It unpacks to more than a picture can be.");
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            refuse(name, "The file is damaged.");
            return;
        }
        if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
            refuse(name, "The file does not have the size or check sum that the ZIP announces.");
        } else if (size > 0) {
            var place = new Original.Place(entry.getDataOffset(), entry.getCompressedSize(), entry.getMethod());
            files.put(EntryNames.base(name), new Original(key, size, place));
        }
    }

    private boolean isTooMuch(ZipArchiveEntry entry, long size) {
        boolean isBomb = size > SMALL && size / Math.max(1, entry.getCompressedSize()) > limits.ratio();
        return isBomb || size > largestFile || total > limits.total().toBytes();
    }

    private boolean isZip(int read) {
        return read >= ZIP_START.length && Arrays.equals(buffer, 0, ZIP_START.length, ZIP_START, 0, ZIP_START.length);
    }

    /** Files that share bytes are a way to unpack to far more than was sent. */
    private void findOverlaps() {
        List<Map.Entry<String, Original>> inOrder = files.entrySet().stream()
                .sorted(Comparator.comparingLong(file -> place(file).offset()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Map.Entry<String, Original> before = inOrder.get(i - 1);
            if (place(before).offset() + place(before).packed()
                    > place(inOrder.get(i)).offset()) {
                refuse(inOrder.get(i).getKey(), "It shares its bytes with " + EntryNames.shown(before.getKey()) + ".");
            }
        }
    }

    private static Original.Place place(Map.Entry<String, Original> file) {
        return Objects.requireNonNull(file.getValue().place());
    }

    private void refuse(String name, String reason) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new ZipProblem(EntryNames.shown(name), reason));
        }
    }
}

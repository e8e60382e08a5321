package org.dermarium.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of images as the archive has always given it away: public id, attribution, licence, then by name every field
 * that at least one image has. Lines end with CR LF (RFC 4180); a missing value is an empty cell.
 */
public final class MetadataCsv {

    private static final String FORMULA_STARTS = "=-+@";

    /** As the archive writes them; no formula, though it may begin like one. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private MetadataCsv() {}

    /**
     * Leaves both streams open.
     *
     * @param columns metadata fields, as {@link Overview} finds them
     */
    public static void write(SortedSet<String> columns, Stream<DescribedImage> images, OutputStream out)
            throws IOException {
        List<String> header = new ArrayList<>(List.of("isic_id", "attribution", "copyright_license"));
        header.addAll(columns);
        out.write(line(header));
        images.forEach(image -> write(image, columns, out));
    }

    private static void write(DescribedImage image, SortedSet<String> columns, OutputStream out) {
        List<String> cells = new ArrayList<>();
        cells.add(image.isicId());
        cells.add(image.attribution());
        cells.add(image.license());
        columns.forEach(column -> cells.add(text(image.metadata().get(column))));
        try {
            out.write(line(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(List<String> cells) {
        String line = cells.stream().map(MetadataCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** Spreadsheets take some beginnings for formulas; a tab before them makes them text, which numbers must not be. */
    static String cell(String value) {
        boolean formula = !value.isEmpty()
                && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        String text = formula ? "\t" + value : value;
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Booleans in the spelling that the archive's tables have everywhere. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "True" : "False";
            default -> value.toString();
        };
    }
}

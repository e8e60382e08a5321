package org.dermarium.challenge.scoring;

import java.util.List;
import java.util.regex.Pattern;

/** The column that names the images or lesions of a table, and how its cells are read. */
final class Ids {

    private static final Pattern JPEG_NAME = Pattern.compile("\\.jpg$", Pattern.CASE_INSENSITIVE);

    private Ids() {}

    static int column(List<String> header) throws UnusableTable {
        int image = header.indexOf("image");
        int column = image >= 0 ? image : header.indexOf("lesion_id");
        if (column < 0) {
            throw new UnusableTable(
                    TableProblem.Code.NO_ID_COLUMN, "Missing column in CSV: \"image\" or \"lesion_id\".");
        }
        return column;
    }

    /** File names are taken for the images they belong to. */
    static String of(String cell) {
        return cell.length() > 4 && cell.charAt(cell.length() - 4) == '.'
                ? JPEG_NAME.matcher(cell).replaceFirst("")
                : cell;
    }
}

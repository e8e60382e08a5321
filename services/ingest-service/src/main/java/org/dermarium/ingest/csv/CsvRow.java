package org.dermarium.ingest.csv;

import java.util.Map;
import org.dermarium.ingest.metadata.ImageRow;

/**
 * A row of a CSV file.
 *
 * @param number counted as people do: the header is row 1
 * @param cells column name to text as it came; columns that a short row lacks are absent
 * @param surplus cells beyond the last column of the header
 */
public record CsvRow(int number, Map<String, String> cells, int surplus) {

    /** @param staff as {@link ImageRow#read} has it */
    public ImageRow read(boolean staff) {
        return ImageRow.read(number, cells, staff);
    }
}

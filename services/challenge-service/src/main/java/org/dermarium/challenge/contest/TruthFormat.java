package org.dermarium.challenge.contest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dermarium.challenge.scoring.UnusableTable;

/**
 * How the ground truth of one type of task is read. An adapter MUST refuse every file with which a valid submission could
 * not be scored later, and MUST read the stream in one pass.
 */
interface TruthFormat {

    TaskType type();

    /**
     * @throws UnusableTable naming each problem
     * @throws IOException when the stream fails
     */
    Contents read(InputStream file) throws UnusableTable, IOException;

    /** What a task needs to know of its truth. */
    record Contents(List<String> ids, List<String> categories) {}
}

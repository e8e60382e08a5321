package org.dermarium.challenge.contest;

import java.io.IOException;
import java.io.InputStream;
import org.dermarium.challenge.scoring.Truth;
import org.dermarium.challenge.scoring.UnusableTable;
import org.springframework.stereotype.Component;

/** A table with a row an image and a column a category. */
@Component
class ClassificationTruths implements TruthFormat {

    @Override
    public TaskType type() {
        return TaskType.CLASSIFICATION;
    }

    @Override
    public Contents read(InputStream file) throws UnusableTable, IOException {
        Truth truth = Truth.read(file);
        return new Contents(truth.ids(), truth.categories());
    }
}

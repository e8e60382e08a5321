package org.dermarium.challenge.contest;

import java.util.List;
import org.dermarium.web.Refused;
import org.springframework.stereotype.Component;

/** The types of tasks that can be scored here. */
@Component
class TruthFormats {

    private final List<TruthFormat> formats;

    TruthFormats(List<TruthFormat> formats) {
        this.formats = formats;
    }

    /** @throws Refused when tasks of this type cannot be scored yet */
    TruthFormat of(TaskType type) {
        return formats.stream()
                .filter(format -> format.type() == type)
                .findFirst()
                .orElseThrow(() -> new Refused("Tasks of the type " + type.label()
                        + " cannot be scored yet; the only type for now is classification."));
    }
}

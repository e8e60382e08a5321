package org.dermarium.ingest.upload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request of the upload protocol that is refused; the answer names each field, as existing clients know it. */
class UploadRefused extends RuntimeException {

    static final String REQUIRED = "This field is required.";

    private final transient Map<String, List<String>> problems;

    UploadRefused(Map<String, String> problems) {
        super(problems.toString());
        this.problems = LinkedHashMap.newLinkedHashMap(problems.size());
        problems.forEach((field, message) -> this.problems.put(field, List.of(message)));
    }

    UploadRefused(String field, String message) {
        this(Map.of(field, message));
    }

    Map<String, List<String>> problems() {
        return problems;
    }
}

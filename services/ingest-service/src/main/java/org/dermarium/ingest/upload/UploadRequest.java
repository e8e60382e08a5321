package org.dermarium.ingest.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dermarium.text.Text;
import org.dermarium.upload.UploadField;
import org.jspecify.annotations.Nullable;

/** What a client says of the file it is about to send. */
record UploadRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String fieldId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String fileName,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Long fileSize,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String contentType) {

    private static final int LONGEST_NAME = 255;
    private static final Pattern NAME = Pattern.compile("[^/\\\\]+");
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(;[ -~]*)?");

    /** A request in which nothing is missing or out of bounds. */
    record Checked(UploadField field, String name, long size, String contentType) {}

    /** @throws UploadRefused naming each field that is missing or out of bounds */
    Checked checked(UploadSettings limits) {
        if (fieldId == null || fileName == null || fileSize == null || contentType == null) {
            throw new UploadRefused(missing());
        }
        UploadField field = UploadField.of(fieldId)
                .orElseThrow(() -> new UploadRefused("field_id", "Invalid field ID: \"" + Text.shown(fieldId) + "\"."));
        var problems = new LinkedHashMap<String, String>();
        if (!isName(fileName)) {
            problems.put(
                    "file_name",
                    "A file name has 1 to " + LONGEST_NAME + " characters, no folders and no control characters.");
        }
        if (fileSize < 1 || fileSize > limits.limit(field)) {
            problems.put("file_size", "A file for this field has 1 to " + limits.limit(field) + " bytes.");
        }
        if (contentType.length() > LONGEST_NAME || !TYPE.matcher(contentType).matches()) {
            problems.put("content_type", "Not a valid content type.");
        }
        if (!problems.isEmpty()) {
            throw new UploadRefused(problems);
        }
        return new Checked(field, fileName, fileSize, contentType);
    }

    private Map<String, String> missing() {
        var missing = new LinkedHashMap<String, @Nullable Object>();
        missing.put("field_id", fieldId);
        missing.put("file_name", fileName);
        missing.put("file_size", fileSize);
        missing.put("content_type", contentType);
        var problems = new LinkedHashMap<String, String>();
        missing.forEach((field, value) -> {
            if (value == null) {
                problems.put(field, UploadRefused.REQUIRED);
            }
        });
        return problems;
    }

    private static boolean isName(String name) {
        return Text.length(name) <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !name.matches("\\.+")
                && Text.forbiddenInLine(name).isEmpty();
    }
}

package org.dermarium.challenge.approach;

import org.dermarium.challenge.input.Fields;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;

/**
 * An approach as its team writes it; when it is edited, what is not there stays.
 *
 * @param team on creation only
 * @param manuscript the signed value of an uploaded PDF
 */
record ApproachIn(
        @Nullable Long team,
        @Nullable String name,
        @Nullable String description,
        @Nullable Boolean usesExternalData,
        @Nullable String manuscript) {

    private static final int NAME = 100;
    private static final int LONG_TEXT = 20_000;

    ApproachIn complete() {
        Required.fields()
                .of("team", team)
                .of("name", name)
                .of("description", description)
                .of("uses_external_data", usesExternalData)
                .check();
        return checked();
    }

    ApproachIn checked() {
        var fields = new Fields();
        var checked = new ApproachIn(
                team,
                fields.optional("name", name, 1, NAME),
                fields.optional("description", description, 1, LONG_TEXT),
                usesExternalData,
                manuscript);
        fields.check();
        return checked;
    }
}

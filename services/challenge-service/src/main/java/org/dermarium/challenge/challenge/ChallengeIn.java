package org.dermarium.challenge.challenge;

import java.time.Instant;
import java.util.Objects;
import org.dermarium.challenge.input.Fields;
import org.dermarium.challenge.input.Slug;
import org.dermarium.web.Required;
import org.jspecify.annotations.Nullable;

/** A challenge as staff write it; when it is edited, what is not there stays. */
record ChallengeIn(
        @Nullable String slug,
        @Nullable String name,
        @Nullable String description,
        @Nullable String rules,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Boolean scoresPublished,
        @Nullable Boolean hidden) {

    private static final int NAME = 100;
    private static final int LONG_TEXT = 50_000;

    ChallengeIn complete() {
        Required.fields()
                .of("name", name)
                .of("opens_at", opensAt)
                .of("closes_at", closesAt)
                .check();
        String given = slug == null ? Slug.of(Objects.requireNonNull(name)) : slug;
        return new ChallengeIn(
                        given,
                        name,
                        Objects.requireNonNullElse(description, ""),
                        Objects.requireNonNullElse(rules, ""),
                        opensAt,
                        closesAt,
                        Boolean.TRUE.equals(scoresPublished),
                        Boolean.TRUE.equals(hidden))
                .checked();
    }

    ChallengeIn checked() {
        var fields = new Fields();
        var checked = new ChallengeIn(
                slug,
                fields.optional("name", name, 1, NAME),
                fields.optional("description", description, 0, LONG_TEXT),
                fields.optional("rules", rules, 0, LONG_TEXT),
                fields.time("opens_at", opensAt),
                fields.time("closes_at", closesAt),
                scoresPublished,
                hidden);
        if (slug != null && !Slug.isOne(slug)) {
            fields.problem("slug", "Lower-case letters, digits and single hyphens only, at most " + Slug.LONGEST + ".");
        }
        fields.check();
        return checked;
    }
}

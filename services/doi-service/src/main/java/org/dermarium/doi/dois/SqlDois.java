package org.dermarium.doi.dois;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.atOrNull;
import static org.dermarium.store.R2dbcValues.flag;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.Locale;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.known.Summary;
import org.dermarium.events.Doi.State;
import org.dermarium.store.JsonColumns;
import org.dermarium.store.SqlCondition;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Anonymous;
import org.dermarium.web.caller.Caller.Member;

/** Rows of {@code doi d}, and the one place that decides who may see which. */
final class SqlDois {

    static final String COLUMNS = """
            d.doi, d.version, d.slug, d.collection, d.title, d.description, d.state, d.open, d.creator, d.made_by_staff,
            d.approved_by, d.related, d.supplements, d.frozen, d.told_version, d.created_at, d.changed_at, d.published_at""";

    private SqlDois() {}

    /** Published DOIs exist for everybody, drafts for staff and their creator, discarded ones for nobody. */
    static SqlCondition visible(Caller caller) {
        return switch (caller) {
            case Anonymous anybody -> SqlCondition.of("d.state = 'published'");
            case Member member when member.isStaff() -> SqlCondition.of("d.state <> 'discarded'");
            case Member member ->
                SqlCondition.of(
                        "(d.state = 'published' or d.state <> 'discarded' and d.creator = :caller)",
                        "caller",
                        member.id());
        };
    }

    static String label(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Doi read(Readable row) {
        return new Doi(
                text(row, "doi"),
                number(row, "version"),
                text(row, "slug"),
                number(row, "collection"),
                text(row, "title"),
                text(row, "description"),
                State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                flag(row, "open"),
                number(row, "creator"),
                flag(row, "made_by_staff"),
                row.get("approved_by", Long.class),
                JsonColumns.list(text(row, "related"), RelatedIdentifier.class),
                JsonColumns.list(text(row, "supplements"), Supplement.class),
                JsonColumns.value(row.get("frozen", String.class), Summary.class),
                number(row, "told_version"),
                at(row, "created_at"),
                at(row, "changed_at"),
                atOrNull(row, "published_at"));
    }
}

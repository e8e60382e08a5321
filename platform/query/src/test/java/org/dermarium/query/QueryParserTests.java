package org.dermarium.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.dermarium.query.Condition.Bound;
import org.dermarium.query.Condition.Flag;
import org.dermarium.query.Condition.Match;
import org.dermarium.query.Condition.Present;
import org.dermarium.query.Condition.Range;
import org.dermarium.query.Condition.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTests {

    private static final SearchField SEX = SearchField.named("sex").orElseThrow();
    private static final SearchField PUBLIC = SearchField.named("public").orElseThrow();
    private static final Query MALE = term(SEX, "male");
    private static final Query FEMALE = term(SEX, "female");
    private static final Query OPEN = new Query.Term(PUBLIC, new Flag(true), false);

    @Test
    void blankAsksForEverything() throws UnparsableQuery {
        assertThat(QueryParser.parse(" \t\n ")).isEqualTo(Query.EVERYTHING);
    }

    @Test
    void adjacentTermsBindTighterThanAndAndThatTighterThanOr() throws UnparsableQuery {
        assertThat(QueryParser.parse("sex:male public:true OR sex:female AND public:true"))
                .isEqualTo(or(and(MALE, OPEN), and(FEMALE, OPEN)));
        assertThat(QueryParser.parse("(sex:male OR sex:female) AND public:true"))
                .isEqualTo(and(or(MALE, FEMALE), OPEN));
    }

    @Test
    void minusNegatesOneTerm() throws UnparsableQuery {
        assertThat(QueryParser.parse("- sex : male -public:true"))
                .isEqualTo(and(
                        new Query.Term(SEX, new Text(Match.EXACT, "male"), true),
                        new Query.Term(PUBLIC, new Flag(true), true)));
    }

    @ParameterizedTest
    @CsvSource({
        "a, EXACT, a",
        "a*, PREFIX, a",
        "*a, SUFFIX, a",
        "*a*, INNER, a",
        "a*b, EXACT, a*b",
        "*a*b, SUFFIX, a*b",
        "a*b*, PREFIX, a*b",
        "'\"a b*\"', PREFIX, 'a b'",
        "'\"\"', EXACT, ''",
        "AND, EXACT, AND",
        "a-b_1, EXACT, a-b_1"
    })
    void onlyOuterStarsAreWildcards(String value, Match match, String text) throws UnparsableQuery {
        assertThat(condition("sex:" + value)).isEqualTo(new Text(match, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sex:*", "sex:\"*\"", "sex:**", "age_approx:*", "age_approx:{* TO *]", "mel_ulcer:*"})
    void starAloneAsksForPresence(String query) throws UnparsableQuery {
        assertThat(condition(query)).isEqualTo(new Present());
    }

    @Test
    void readsRangesWithEachKindOfBound() throws UnparsableQuery {
        assertThat(condition("age_approx:[50 TO 70}")).isEqualTo(range(new Bound(50, true), new Bound(70, false)));
        assertThat(condition("age_approx:{-1.5e1TO*]")).isEqualTo(range(new Bound(-15, false), null));
        assertThat(condition("age_approx:[70 TO 50]")).isEqualTo(range(new Bound(70, true), new Bound(50, true)));
        assertThat(condition("mel_thick_mm:.5")).isEqualTo(Range.exactly(0.5));
        assertThat(condition("mel_thick_mm:5.")).isEqualTo(Range.exactly(5));
    }

    @Test
    void knowsFormerNamesOfImageTypes() throws UnparsableQuery {
        assertThat(condition("image_type:clinical")).isEqualTo(new Text(Match.EXACT, "clinical: close-up"));
        assertThat(condition("image_type:overview")).isEqualTo(new Text(Match.EXACT, "clinical: overview"));
        assertThat(condition("image_type:clinical*")).isEqualTo(new Text(Match.PREFIX, "clinical"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sex",
                "sex:",
                ":",
                "-",
                "\"",
                ")",
                "(",
                "()",
                "AND",
                "male",
                "*",
                "*:*",
                "SEX:male",
                "sexy:male",
                "collections:1",
                "age:50",
                "NOT",
                "NOT NOT",
                "NOTsex:male",
                "not sex:male",
                "sex:male NOT",
                "(sex:male) -",
                "sex>male",
                "mel_ulcer>0",
                "age_approx 50",
                "age_approx:>",
                "age_approx>>50",
                "age_approx:=>50",
                "age_approx>[50 TO 60]",
                "diagnosis",
                "diagnosis:",
                "diagnosis>a",
                "diagnosis:\"a:b:c:d:e:f\"",
                "acquisition_day:1",
                "sex:male AND",
                "OR sex:male",
                "sex:male and sex:female",
                "sex:male AND AND public:true",
                "sex:male ANDsex:male",
                "(sex:male",
                "sex:male)",
                "sex:m\u00e4le",
                "sex:'male'",
                "sex:\"male",
                "sex:\"a\nb\"",
                "isic_id:\"a\u0000\"",
                "sex:mal?",
                "public:TRUE",
                "public:yes",
                "public:truely",
                "mel_ulcer:tr*",
                "age_approx:fifty",
                "age_approx:\u0665\u0660",
                "age_approx:1e400",
                "age_approx:-1e400",
                "age_approx:[0 TO 1e400]",
                "age_approx:NaN",
                "age_approx:0x10",
                "age_approx:5*",
                "age_approx:[50 TO]",
                "age_approx:[50 to 70]",
                "age_approx:[50 TO 70)",
                "age_approx:[50TO70",
                "age_approx:\"50\"",
                "sex:male;drop"
            })
    void refusesWhatTheGrammarDoesNotHave(String query) {
        assertThat(refusal(query)).as(query).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT sex:male, -sex:male",
        "--sex:male, sex:male",
        "NOT -sex:male, sex:male",
        "-(sex:male), -sex:male",
        "NOT (sex:male OR -public:true), -sex:male AND public:true",
        "-(sex:male public:true), -sex:male OR -public:true",
        "NOT (sex:male AND NOT (public:true OR hairy:*)), -sex:male OR (public:true OR hairy:*)",
        "(sex:male) (public:true), sex:male AND public:true",
        "sex:male (public:true OR hairy:true), sex:male AND (public:true OR hairy:true)",
        "sex:male NOT public:true, sex:male -public:true",
        "age_approx>50, age_approx:{50 TO *]",
        "age_approx:>=50, age_approx:[50 TO *]",
        "age_approx <= 50, age_approx:[* TO 50]",
        "mel_thick_mm:<.5, mel_thick_mm:[* TO 0.5}",
        "-age_approx<50, -age_approx:[* TO 50}"
    })
    void readsWhatTheReferenceRefusesAsWhatItHas(String ours, String theirs) throws UnparsableQuery {
        assertThat(QueryParser.parse(ours)).isEqualTo(QueryParser.parse(theirs));
    }

    @Test
    void asksForANameAtAnyLevelOfATree() throws UnparsableQuery {
        assertThat(QueryParser.parse("diagnosis:Nev*"))
                .isEqualTo(QueryParser.parse("diagnosis_1:Nev* OR diagnosis_2:Nev* OR diagnosis_3:Nev*"
                        + " OR diagnosis_4:Nev* OR diagnosis_5:Nev*"));
        assertThat(QueryParser.parse("NOT anatom_site:Arm"))
                .isEqualTo(QueryParser.parse("-anatom_site_1:Arm AND -anatom_site_2:Arm AND -anatom_site_3:Arm"
                        + " AND -anatom_site_4:Arm AND -anatom_site_5:Arm"));
        assertThat(QueryParser.parse("diagnosis:\"Benign:Benign epi*\""))
                .isEqualTo(QueryParser.parse("diagnosis_1:Benign AND diagnosis_2:\"Benign epi*\""));
    }

    @Test
    void saysWhereReadingStopped() {
        var refusal = refusal("sex:male AND agee:5");
        assertThat(refusal.column()).isEqualTo(14);
        assertThat(refusal).hasMessage("expected a field but found 'agee'; did you mean 'age_approx'?");
        assertThat(refusal("foo:bar")).hasMessage("expected a field but found 'foo'");
        assertThat(refusal("diagnosys:x")).hasMessageContaining("did you mean 'diagnosis'");
        assertThat(refusal("sex:\"male")).hasMessage("the quotation mark is not closed");
        assertThat(refusal("sex:\u00e4")).hasMessage("expected a word or a quoted text but found '\u00e4'");
        assertThat(refusal("age_approx:[5 TO")).hasMessage("expected a number or * but found the end");
    }

    @Test
    void refusesQueriesBeyondTheLimits() {
        assertThat(refusal("(".repeat(100_000))).isNotNull();
        String deep = "(".repeat(QueryParser.MAX_DEPTH + 1) + "sex:male" + ")".repeat(QueryParser.MAX_DEPTH + 1);
        assertThat(refusal(deep)).hasMessageContaining("nested deeper");
        assertThat(refusal("sex:a ".repeat(QueryParser.MAX_TERMS + 1))).hasMessageContaining("at most 1000 terms");
        assertThat(refusal("sex:*a* ".repeat(QueryParser.MAX_OPEN_TERMS + 1))).hasMessageContaining("at most 32 terms");
    }

    private static UnparsableQuery refusal(String query) {
        return catchThrowableOfType(UnparsableQuery.class, () -> QueryParser.parse(query));
    }

    private static Condition condition(String query) throws UnparsableQuery {
        return ((Query.Term) QueryParser.parse(query)).condition();
    }

    private static Query.Term term(SearchField field, String value) {
        return new Query.Term(field, new Text(Match.EXACT, value), false);
    }

    private static Query and(Query... operands) {
        return new Query.And(List.of(operands));
    }

    private static Query or(Query... operands) {
        return new Query.Or(List.of(operands));
    }

    private static Range range(Bound lower, Bound upper) {
        return new Range(lower, upper);
    }
}

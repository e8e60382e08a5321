package org.dermarium.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.dermarium.doi.datacite.Registration.State;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;

/** What every {@link Registrar} does, whoever stands behind it. */
abstract class RegistrarContract {

    /** What can go wrong on the registrar's side, once. */
    protected enum Trouble {
        TOO_MANY_REQUESTS,
        SERVER_ERROR,
        UNAVAILABLE,
        LOST_ACKNOWLEDGEMENT,
        SILENCE,
        OUTAGE
    }

    private static final String DOI = DataSetBuilder.DOI;

    private final DataSet dataSet = DataSetBuilder.published().build();

    protected abstract Registrar registrar();

    /** The same registrar reached with a password that is not good. */
    protected abstract Registrar registrarWithWrongPassword();

    /** Lets the next request meet this; what asks for a pause asks for this one. */
    protected abstract void causeOnce(Trouble trouble, Duration pause);

    /** How many DOIs the registrar has, of whatever state. */
    protected abstract int registrations();

    @Test
    void makesDoiFindable() throws Exception {
        registrar().publish(dataSet);

        var found = registrar().find(DOI).orElseThrow();
        assertThat(found.state()).isEqualTo(State.FINDABLE);
        assertThat(found.title()).isEqualTo(dataSet.title());
        assertThat(found.url()).endsWith("/doi/" + DOI + "/");
    }

    @Test
    void makesOneDoiHoweverOftenItIsAsked() throws Exception {
        registrar().draft(dataSet);
        registrar().draft(dataSet);
        registrar().publish(dataSet);
        registrar().publish(dataSet);

        assertThat(registrations()).isEqualTo(1);
    }

    @Test
    void bringsMetadataUpToDate() throws Exception {
        registrar().publish(dataSet);
        registrar().publish(DataSetBuilder.published().title("Another title").build());

        assertThat(registrar().find(DOI).orElseThrow().title()).isEqualTo("Another title");
    }

    @Test
    void reservesDraftThatNobodyFinds() throws Exception {
        registrar().draft(DataSetBuilder.draft().build());

        assertThat(registrar().find(DOI).orElseThrow().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void leavesFindableDoiFindableWhenItIsDraftedAgain() throws Exception {
        registrar().publish(dataSet);
        registrar().draft(dataSet);

        assertThat(registrar().find(DOI).orElseThrow().state()).isEqualTo(State.FINDABLE);
    }

    @Test
    void removesDrafts() throws Exception {
        registrar().draft(dataSet);
        registrar().discard(DOI);

        assertThat(registrar().find(DOI)).isEmpty();
    }

    @Test
    void takesRemovalOfWhatIsNotThereAsDone() throws Exception {
        registrar().discard(DOI);
        registrar().discard(DOI);

        assertThat(registrations()).isZero();
    }

    @Test
    void refusesToRemoveWhatIsFindable() throws Exception {
        registrar().publish(dataSet);

        assertThatThrownBy(() -> registrar().discard(DOI)).isInstanceOf(RegistrarRefused.class);
        assertThat(registrar().find(DOI).orElseThrow().state()).isEqualTo(State.FINDABLE);
    }

    @Test
    void findsNothingUnderUnknownName() throws Exception {
        assertThat(registrar().find("10.5072/dermarium.unknown1")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithMetadataForGood() {
        var untitled = DataSetBuilder.published().title(" ").build();

        var refused =
                catchThrowableOfType(RegistrarRefused.class, () -> registrar().publish(untitled));

        assertThat(refused.reason()).contains("title").contains("blank");
    }

    @Test
    void refusesPrefixOfOthersForGood() {
        var foreign =
                DataSetBuilder.published().doi("10.1000/dermarium.k3v9x2p7").build();

        assertThatThrownBy(() -> registrar().publish(foreign)).isInstanceOf(RegistrarRefused.class);
    }

    @Test
    void refusesWrongPasswordForGood() {
        assertThatThrownBy(() -> registrarWithWrongPassword().publish(dataSet)).isInstanceOf(RegistrarRefused.class);
    }

    @Test
    void passesOnWhenToComeBack() {
        causeOnce(Trouble.TOO_MANY_REQUESTS, Duration.ofSeconds(7));

        var away = catchThrowableOfType(RegistrarAway.class, () -> registrar().publish(dataSet));

        assertThat(away.retryAfter()).hasValue(Duration.ofSeconds(7));
    }

    @Test
    void publishesOnceWhateverHappensOnTheWay() throws Exception {
        for (Trouble trouble : Trouble.values()) {
            causeOnce(trouble, Duration.ofSeconds(1));
            assertThatThrownBy(() -> registrar().publish(dataSet))
                    .as("%s", trouble)
                    .isInstanceOf(RegistrarAway.class);
            Eventually.await(
                    "the DOI is published after " + trouble, () -> registrar().publish(dataSet));
        }

        assertThat(registrar().find(DOI).orElseThrow().state()).isEqualTo(State.FINDABLE);
        assertThat(registrations()).isEqualTo(1);
    }

    @Test
    void showsAfterLostAcknowledgementThatItIsDone() throws Exception {
        causeOnce(Trouble.LOST_ACKNOWLEDGEMENT, Duration.ZERO);

        assertThatThrownBy(() -> registrar().publish(dataSet)).isInstanceOf(RegistrarAway.class);

        assertThat(registrar().find(DOI).orElseThrow().state()).isEqualTo(State.FINDABLE);
    }

    @Test
    void saysOfReadingAndRemovingTooThatItIsAway() {
        causeOnce(Trouble.SERVER_ERROR, Duration.ZERO);
        assertThatThrownBy(() -> registrar().find(DOI)).isInstanceOf(RegistrarAway.class);

        causeOnce(Trouble.OUTAGE, Duration.ZERO);
        assertThatThrownBy(() -> registrar().discard(DOI)).isInstanceOf(RegistrarAway.class);
    }
}

package org.dermarium.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The rules themselves, on a small service that keeps them and one that breaks them. */
class ServiceArchitectureTests {

    private final ServiceArchitecture good = rules("good");
    private final ServiceArchitecture bad = rules("bad");

    @Test
    void passesCodeThatKeepsTheRules() {
        assertThatCode(() -> {
                    good.featuresDependOnEachOtherWithoutCycles();
                    good.featuresUseOnlyTheRootPackageOfAnother();
                    good.domainTypesAreFreeOfInputAndOutput();
                    good.noInterfaceHasJustOneImplementation();
                    good.servicesDependOnNoOtherService();
                    good.namesSayWhatThingsAre();
                    good.everyPackageIsNullMarked();
                    good.nothingUsesTheOldJackson();
                    good.fieldsAreNotInjected();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void findsEachBreach() {
        assertBroken(bad::featuresDependOnEachOtherWithoutCycles, "Cycle");
        assertBroken(bad::featuresUseOnlyTheRootPackageOfAnother, "FirstRoutes");
        assertBroken(bad::domainTypesAreFreeOfInputAndOutput, "java.sql.Connection");
        assertBroken(bad::noInterfaceHasJustOneImplementation, "Seconds");
        assertBroken(bad::namesSayWhatThingsAre, "SecondImpl");
        assertBroken(bad::everyPackageIsNullMarked, "bad.first");
    }

    private static void assertBroken(ThrowingCallable rule, String because) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining(because);
    }

    private static ServiceArchitecture rules(String sample) {
        String base = "org.dermarium.testkit.sample." + sample;
        return new ServiceArchitecture(base, new ClassFileImporter().importPackages(base)) {};
    }
}

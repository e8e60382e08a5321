package org.dermarium.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of every service's code. A service keeps them with {@code class ArchitectureTests extends
 * ServiceArchitecture {}} in its base package, such as {@code org.dermarium.ingest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceArchitecture {

    private static final Set<String> SERVICES =
            Set.of("identity", "ingest", "catalog", "search", "doi", "challenge", "gateway");
    private static final Pattern BANNED =
            Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Entity|Processor|Handler)");
    private static final Pattern TECHNICAL = Pattern.compile(
            "(R2dbc|Jdbc|Sql|S3|Kafka|Elastic|Http|Json).*|.*(Routes|Controller|Pages|Listener|Consumer|Config|Configuration"
                    + "|Security|Filter|Client|Application|Properties|Settings|Metrics|Health|Json|Index|Projection)");
    private static final Pattern TECHNICAL_PACKAGE = Pattern.compile(".*\\.(web|db|kafka|jdbc|config)");

    private final String base;
    private final JavaClasses classes;

    protected ServiceArchitecture() {
        base = getClass().getPackageName();
        // The rules look at names alone; reading the frameworks' classes as well takes most of a minute.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
    }

    ServiceArchitecture(String base, JavaClasses classes) {
        this.base = base;
        this.classes = classes;
    }

    @Test
    void featuresDependOnEachOtherWithoutCycles() {
        slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void featuresUseOnlyTheRootPackageOfAnother() {
        for (JavaClass type : classes) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                boolean inside = target.startsWith(base + ".")
                        && target.substring(base.length() + 1).contains(".");
                assertThat(!inside || feature(type.getPackageName()).equals(feature(target)))
                        .as(dependency.getDescription())
                        .isTrue();
            }
        }
    }

    @Test
    void domainTypesAreFreeOfInputAndOutput() {
        var io = resideInAnyPackage(
                "org.springframework.r2dbc..",
                "org.springframework.jdbc..",
                "org.springframework.data..",
                "org.springframework.http..",
                "org.springframework.web..",
                "org.springframework.kafka..",
                "org.springframework.messaging..",
                "org.springframework.cloud..",
                "io.r2dbc..",
                "java.sql..",
                "javax.sql..",
                "java.net.http..",
                "io.minio..",
                "okhttp3..",
                "co.elastic..",
                "org.apache.kafka..");
        classes()
                .that(describe("are domain types", ServiceArchitecture::isDomain))
                .should(not(dependOnClassesThat(io)))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void servicesDependOnNoOtherService() {
        String own = base.substring(base.lastIndexOf('.') + 1);
        String[] others = SERVICES.stream()
                .filter(s -> !s.equals(own))
                .map(s -> "org.dermarium." + s + "..")
                .toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(classes);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(BANNED.pattern())
                .because("such a suffix says nothing about the archive")
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked", p.getName())
                        .isTrue());
    }

    @Test
    void nothingUsesTheOldJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(classes);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .allowEmptyShould(true)
                .check(classes);
    }

    private String feature(String packageName) {
        return packageName.length() <= base.length()
                ? ""
                : packageName.substring(base.length() + 1).split("\\.")[0];
    }

    private static boolean isDomain(JavaClass type) {
        String name = outermost(type).getSimpleName();
        return !TECHNICAL.matcher(name).matches()
                && !TECHNICAL_PACKAGE.matcher(type.getPackageName()).matches();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ServiceArchitecture::outermost).orElse(type);
    }
}

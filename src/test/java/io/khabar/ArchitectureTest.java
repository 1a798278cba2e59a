package io.khabar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.khabar.transaction.Transactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** How the code is laid out, and what may use what. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.khabar");

    /** With what it nests: lambdas and records of a service are the service. */
    private static DescribedPredicate<JavaClass> named(String suffix) {
        return DescribedPredicate.describe("named …" + suffix, type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getSimpleName().endsWith(suffix);
        });
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("io.khabar.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void nothingLooksAtOperations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.khabar.ops..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.khabar.ops..")
                .check(CODE);
    }

    @Test
    void resourcesAreNamedSoAndNothingElseIs() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(CODE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(Path.class)
                .check(CODE);
    }

    @Test
    void noEntityIsInASignatureOfAResource() {
        DescribedPredicate<JavaClass> entity =
                DescribedPredicate.describe("an entity", type -> type.isAnnotatedWith(Entity.class));
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .notHaveRawReturnType(entity)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "an entity among them", types -> types.stream().anyMatch(entity)))
                .check(CODE);
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat(entity)
                .check(CODE);
    }

    @Test
    void onlyRepositoriesKnowPanacheAndTheSession() {
        noClasses()
                .that(DescribedPredicate.not(named("Repository")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CODE);
        classes()
                .that()
                .areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .haveSimpleNameEndingWith("Repository")
                .check(CODE);
    }

    @Test
    void onlyServicesRunTransactions() {
        noClasses()
                .that(DescribedPredicate.not(named("Service")))
                .and()
                .areNotAssignableTo(Transactions.class)
                .should()
                .callMethod(Transactions.class, "run", java.util.function.Supplier.class)
                .check(CODE);
        noClasses().should().beAnnotatedWith(Transactional.class).check(CODE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.khabar.ops..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CODE);
    }

    @Test
    void readersAndValuesAreFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAnyPackage("io.khabar.imports.*..", "io.khabar.date..", "io.khabar.mention..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "org.hibernate..",
                        "io.vertx..",
                        "com.fasterxml..",
                        "java.net.http..")
                .check(CODE);
    }
}

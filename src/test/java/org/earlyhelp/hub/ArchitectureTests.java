package org.earlyhelp.hub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.LinkedMentions;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.storage.PackStore;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The rooms and what each may know (design.md, section 2). A change that breaks one of these is a change of design: write an ADR. */
class ArchitectureTests {
    private static final String HUB = "org.earlyhelp.hub";

    /** From left to right; rooms of one step do not know each other. */
    private static final List<Set<String>> STREET = List.of(Set.of("kernel"), Set.of("page"), Set.of("person"), Set.of("format", "linkage"),
            Set.of("mapping"), Set.of("sharing"), Set.of("intake"), Set.of("identity"), Set.of("need"), Set.of("alert"), Set.of("rights"),
            Set.of("web"), Set.of("embedded"), Set.of("cli"));
    static final List<String> ROOMS = STREET.stream().flatMap(step -> step.stream().sorted()).toList();

    private static final String[] PURE = {HUB + ".kernel..", HUB + ".person..", HUB + ".format..", HUB + ".linkage..", HUB + ".mapping..",
            HUB + ".need.engine..", HUB + ".sharing.log..", HUB + ".sharing.policy.."};

    /** Pages and exports about people: every controller there goes through the disclosure desk. */
    private static final String[] ASK_FIRST = {HUB + ".web.casework..", HUB + ".web.export..", HUB + ".web.stewardship..", HUB + ".web.rights.answer.."};

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HUB);

    @Test
    void verifiesTheModules() {
        ApplicationModules.of(HubApplication.class).verify();
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void usesOnlyRoomsToItsLeft(String room) {
        noClasses().that().resideInAPackage(HUB + "." + room + "..").should().dependOnClassesThat(resideInAnyPackage(notLeftOf(room)))
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void keepsPureRoomsPure() {
        noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.apache.camel..",
                "java.sql..", "javax.sql..", "org.postgresql..", "jakarta..").and(not(resideInAPackage("org.springframework.modulith.."))))
                .check(CLASSES);
    }

    @Test
    void readsTheClockAndDrawsNumbersOnlyInTheKernel() {
        noClasses().that().resideOutsideOfPackage(HUB + ".kernel..").should().callMethodWhere(readsClockOrDraws())
                .orShould().callConstructor(Random.class).orShould().dependOnClassesThat().areAssignableTo(SecureRandom.class).check(CLASSES);
    }

    @Test
    void keepsSqlInStorage() {
        noClasses().that().resideOutsideOfPackages("..storage..", HUB + ".embedded..", HUB + ".cli..").should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                        .and(not(simpleNames(Set.of("DataAccessException")))))
                .check(CLASSES);
    }

    @Test
    void deserialisesNoJavaObjects() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("jakarta.jms.ObjectMessage").check(CLASSES);
    }

    @Test
    void parsesXmlOnlyInTheFormatRoom() {
        noClasses().that().resideOutsideOfPackage(HUB + ".format..").should()
                .dependOnClassesThat(resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform.."))
                .check(CLASSES);
    }

    /** Personal data leaves through the disclosure desk alone (ADR 5): only it makes what the outbox and the outcome files take. */
    @Test
    void onlyTheDeskDiscloses() {
        noClasses().that().resideOutsideOfPackage(HUB + ".sharing..").should().callConstructorWhere(target(owner(assignableTo(Disclosed.class)))).check(CLASSES);
        methods().that().areDeclaredInClassesThat().areAssignableTo(OutboxStore.class).and().haveName("append").should().haveRawParameterTypes(Disclosed.class, Instant.class).check(CLASSES);
        methods().that().areDeclaredInClassesThat().areAssignableTo(OutcomeFileStore.class).and().haveName("add")
                .should().haveRawParameterTypes(AccountName.class, Disclosed.class, Instant.class).check(CLASSES);
        methods().that().areDeclaredInClassesThat().areAssignableTo(PackStore.class).and().haveName("keep")
                .should().haveRawParameterTypes(RightsRequest.class, String.class, Disclosed.class, Instant.class).check(CLASSES);
    }

    @Test
    void pagesThatShowPeopleAskTheDesk() {
        noClasses().that().resideInAPackage(HUB + ".web..").and().resideOutsideOfPackages(ASK_FIRST)
                .should().callMethodWhere(readsPeople()).check(CLASSES);
        classes().that().resideInAnyPackage(ASK_FIRST).and().areMetaAnnotatedWith(Controller.class)
                .should().dependOnClassesThat().areAssignableTo(DisclosureDesk.class).check(CLASSES);
    }

    @Test
    void onlyTheOutboxSpeaksToTheBroker() {
        noClasses().that().resideOutsideOfPackages(HUB + ".alert.route..", HUB + ".embedded..", HUB + ".web.health..", HUB + ".cli..")
                .should().dependOnClassesThat(resideInAnyPackage("jakarta.jms..", "org.springframework.jms..", "org.apache.camel.component.jms..")).check(CLASSES);
    }

    @Test
    void saysWhatEveryPackageIsFor() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java"))) {
            List<Path> silent = folders.filter(Files::isDirectory).filter(ArchitectureTests::holdsJava)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java"))).toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void keepsTheKernelSmall() {
        long types = CLASSES.stream().filter(type -> type.getPackageName().equals(HUB + ".kernel") && type.isTopLevelClass()
                && !type.getSimpleName().equals("package-info")).count();
        assertThat(types).isLessThanOrEqualTo(10);
    }

    private static String[] notLeftOf(String room) {
        return STREET.stream().dropWhile(step -> !step.contains(room)).flatMap(Set::stream).filter(other -> !other.equals(room))
                .map(other -> HUB + "." + other + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethodCall> readsClockOrDraws() {
        return DescribedPredicate.describe("reads the machine's clock or draws unseeded numbers", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean clock = call.getName().equals("now") && owner.getPackageName().equals("java.time") && call.getTarget().getRawParameterTypes().isEmpty()
                    || owner.isAssignableTo(Clock.class) && call.getName().startsWith("system");
            boolean draws = owner.isEquivalentTo(Math.class) && call.getName().equals("random") || owner.isEquivalentTo(ThreadLocalRandom.class)
                    || call.getName().equals("randomUUID");
            return clock || draws;
        });
    }

    /** What of people, needs and alerts is more than numbers. */
    private static DescribedPredicate<JavaMethodCall> readsPeople() {
        Set<Class<?>> directories = Set.of(PersonDirectory.class, FamilyDirectory.class, LinkedMentions.class, PersonMentions.class, HeldNeeds.class,
                AlertDirectory.class);
        return DescribedPredicate.describe("reads people, needs or alerts", call -> !call.getName().equals("counts")
                && directories.stream().anyMatch(directory -> call.getTargetOwner().isEquivalentTo(directory)));
    }

    private static DescribedPredicate<JavaClass> simpleNames(Set<String> names) {
        return DescribedPredicate.describe("named " + names, type -> names.contains(type.getSimpleName()));
    }

    private static boolean holdsJava(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.Allowance;
import org.junit.jupiter.api.Test;

/** No way out of the hub but those in {@code src/docs/disclosures.md}, and no value of a person in reach of one without an allowance. */
class DoorsTests {
    private static final JavaClasses HUB = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.earlyhelp.hub");
    private static final Path TABLE = Path.of("src/docs/disclosures.md");
    private static final String BEGIN = "<!-- doors: written by DoorsTests with -Dehub.doors=write -->\n";
    private static final String END = "<!-- end of doors -->\n";

    @Test
    void listsEveryWayOut() throws IOException {
        String page = Files.readString(TABLE);
        String found = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + Doors.in(HUB).table() + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("ehub.doors"))) {
            Files.writeString(TABLE, found);
        }

        assertThat(Doors.in(HUB).unexplained()).as("a new way out: say in Doors.HELD how it is kept from leaking").isEmpty();
        assertThat(TABLE).as("the table is renewed with -Dehub.doors=write").content().isEqualTo(found);
    }

    @Test
    void readsValuesOnlyBesideAnAllowance() {
        assertThat(PersonalValues.readWithoutAllowance(HUB)).isEmpty();
    }

    @Test
    void findsWhoReadsValuesWithoutAllowance() {
        JavaClasses fixtures = new ClassFileImporter().importClasses(Leaky.class, LeakyMessage.class, Asking.class, Careless.class);

        assertThat(PersonalValues.readWithoutAllowance(fixtures)).extracting(JavaClass::getSimpleName).containsExactlyInAnyOrder("Leaky", "LeakyMessage", "Careless");
    }

    @Test
    void findsANewWayOut() {
        Doors doors = Doors.in(new ClassFileImporter().importClasses(Writing.class, Saving.class));

        assertThat(doors.unexplained()).containsExactlyInAnyOrder("web.DoorsTests$Writing", "web.DoorsTests$Saving");
    }

    /** Shows a name that nobody allowed. */
    static final class Leaky {
        String name(MentionedPerson person) {
            return person.surname();
        }
    }

    /** Tells a fact that nobody allowed. */
    static final class LeakyMessage {
        List<String> facts(AlertContent content) {
            return content.needs().stream().map(need -> need.fact()).toList();
        }
    }

    /** Uses a formatter of names without asking. */
    static final class Careless {
        String name(MentionedPerson person) {
            return new Leaky().name(person) + person.dateOfBirth();
        }
    }

    /** Shows a name where it is allowed. */
    static final class Asking {
        String name(MentionedPerson person, Allowance allowance) {
            return allowance.allows("P-AAAAAA", "name") ? person.surname() : "withheld";
        }
    }

    /** A page that writes by itself. */
    static final class Writing {
        void write(HttpServletResponse response, String text) throws IOException {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A room that leaves a file somewhere. */
    static final class Saving {
        void save(Path folder, String text) throws IOException {
            Files.writeString(folder.resolve("note.txt"), text);
        }
    }
}

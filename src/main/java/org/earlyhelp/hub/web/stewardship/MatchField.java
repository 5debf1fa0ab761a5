package org.earlyhelp.hub.web.stewardship;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.DataClass;

/** The fields by which people are told apart, in the order a page shows them. */
enum MatchField {
    NAME("Name", "name", DataClass.IDENTITY, said -> fullName(said.words())),
    OTHER_NAMES("Also known as", "knownAs", DataClass.IDENTITY, said -> joined(said.words().knownAs())),
    BORN("Date of birth", "dateOfBirth", DataClass.IDENTITY, said -> said.words().dateOfBirth() == null ? null : PlainTime.of(said.words().dateOfBirth())),
    SEX("Sex", "sex", DataClass.IDENTITY, said -> said.words().sex() == null ? null : said.words().sex().name()),
    NHS_NUMBER("NHS number", "nhsNumber", DataClass.IDENTITY, said -> said.words().nhsNumber() == null ? null : said.words().nhsNumber().digits()),
    UPN("Unique pupil number", "upn", DataClass.IDENTITY, said -> said.words().upn() == null ? null : said.words().upn().text()),
    LOCAL_REFERENCE("The agency's own reference", "localRef", DataClass.IDENTITY, said -> said.words().localRef()),
    TELEPHONE("Telephone", "phone", DataClass.CONTACT, said -> said.words().phone()),
    ADDRESS("Address", "address", DataClass.ADDRESS, said -> place(said.words().address()));

    private final String label;
    private final String field;
    private final DataClass dataClass;
    private final Function<Said, String> value;

    MatchField(String label, String field, DataClass dataClass, Function<Said, String> value) {
        this.label = label;
        this.field = field;
        this.dataClass = dataClass;
        this.value = value;
    }

    String label() {
        return label;
    }

    /** As the sharing log names it. */
    String field() {
        return field;
    }

    /** An address that its source asks to keep from view is no ordinary one. */
    DataClass dataClass(Said said) {
        Address address = said.words().address();
        return this == ADDRESS && address != null && address.disclosure().hides() ? DataClass.RESTRICTED_PLACE : dataClass;
    }

    /** Whether it tells where somebody is. */
    boolean isPlace() {
        return this == TELEPHONE || this == ADDRESS;
    }

    /** What the source said; null for nothing. */
    String of(Said said) {
        String text = value.apply(said);
        return text == null || text.isBlank() ? null : text;
    }

    /** The same in the form in which two are compared; null for nothing. A reference means something within its agency only. */
    String comparable(Said said) {
        String text = of(said);
        String plain = text == null ? null : text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain == null || this != LOCAL_REFERENCE ? plain : said.agency() + " " + plain;
    }

    private static String fullName(MentionedPerson person) {
        return joined(Stream.of(person.forenames(), person.surname()).filter(Objects::nonNull).toList(), " ");
    }

    private static String joined(List<String> names) {
        return joined(names, ", ");
    }

    private static String joined(List<String> words, String between) {
        return words.isEmpty() ? null : String.join(between, words);
    }

    private static String place(Address address) {
        return address == null ? null : joined(Stream.of(address.line1(), address.line2(), address.town(), address.postcode()).filter(Objects::nonNull).toList());
    }
}

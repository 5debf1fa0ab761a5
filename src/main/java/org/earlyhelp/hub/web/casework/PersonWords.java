package org.earlyhelp.hub.web.casework;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;

/** Parts of a person as pages write them. */
final class PersonWords {
    private PersonWords() {
    }

    /** Forenames and surname; {@code not known} for neither. */
    static String name(MentionedPerson person) {
        String name = joined(" ", person.forenames(), person.surname());
        return name.isEmpty() ? "not known" : name;
    }

    /** On one line; {@code not known} for none. */
    static String address(Address address) {
        String line = address == null ? "" : joined(", ", address.line1(), address.line2(), address.town(), address.postcode());
        return line.isEmpty() ? "not known" : line;
    }

    static String role(String role) {
        return role == null ? "Not placed" : switch (role) {
            case "CHILD" -> "Child";
            case "CARER" -> "Parent or carer";
            default -> "Adult";
        };
    }

    static String relationship(Relationship relationship) {
        return switch (relationship) {
            case MOTHER -> "mother";
            case FATHER -> "father";
            case PARENT -> "parent";
            case CARER -> "carer";
            case SIBLING -> "brother or sister";
            case OTHER -> "adult named with the child";
        };
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}

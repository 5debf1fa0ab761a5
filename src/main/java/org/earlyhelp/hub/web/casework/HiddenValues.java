package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.MentionedPerson;

/** Where a hidden family is, as strings that no free text may show. */
record HiddenValues(List<String> values) {
    static final HiddenValues NONE = new HiddenValues(List.of());
    private static final int SHORTEST_MASKED = 4;

    /** Of a family's members as they stand; nothing where no place is hidden. */
    static HiddenValues of(FamilyView family) {
        return family.placeHidden() ? new HiddenValues(family.members().stream().flatMap(member -> of(member.summary())).distinct().toList()) : NONE;
    }

    private static Stream<String> of(MentionedPerson person) {
        Address address = person.address();
        Stream<String> place = address == null ? Stream.of() : Stream.of(address.line1(), address.line2(), address.town(), address.postcode(), address.uprn());
        return Stream.concat(place, Stream.of(person.phone(), person.email())).filter(Objects::nonNull).filter(value -> value.length() >= SHORTEST_MASKED);
    }

    /** The text with every one of them replaced, however it is spaced or written large; null for null. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked == null ? null : pattern(value).matcher(masked).replaceAll("[withheld]");
        }
        return masked;
    }

    private static Pattern pattern(String value) {
        String letters = value.replaceAll("\\s+", "");
        StringBuilder pattern = new StringBuilder();
        letters.codePoints().forEach(letter -> pattern.append(Pattern.quote(Character.toString(letter))).append("\\s*"));
        return Pattern.compile(pattern.substring(0, pattern.length() - 3), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}

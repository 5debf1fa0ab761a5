package org.earlyhelp.hub.identity.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads of a stored person what describing needs, token by token: a start reads millions, and binding every field takes
 * three times as long. The form is that of {@link org.earlyhelp.hub.person.CanonicalJson}; other fields are passed over.
 */
final class PersonReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ISO_DATE_LENGTH = 10;

    private PersonReader() {
    }

    static MentionedPerson read(String json) {
        MentionedPersonBuilder person = MentionedPerson.builder().nhsNumberVerified(false);
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), json)) {
            from.nextToken();
            for (String name = from.nextName(); name != null; name = from.nextName()) {
                if (from.nextToken() != JsonToken.VALUE_NULL) {
                    set(person, name, from);
                }
            }
        }
        return person.build();
    }

    private static void set(MentionedPersonBuilder person, String name, JsonParser from) {
        switch (name) {
            case "localRef" -> person.localRef(from.getString());
            case "surname" -> person.surname(from.getString());
            case "forenames" -> person.forenames(from.getString());
            case "knownAs" -> person.knownAs(texts(from));
            case "dateOfBirth" -> person.dateOfBirth(date(from.getString()));
            case "sex" -> person.sex(Sex.valueOf(from.getString()));
            case "nhsNumber" -> person.nhsNumber(new NhsNumber(from.getString()));
            case "nhsNumberVerified" -> person.nhsNumberVerified(from.getBooleanValue());
            case "upn" -> person.upn(new Upn(from.getString()));
            case "phone" -> person.phone(from.getString());
            case "address" -> person.address(address(from));
            case "multipleBirth" -> person.multipleBirth(from.getBooleanValue());
            case "birthOrder" -> person.birthOrder(from.getIntValue());
            case "identityUnknown" -> person.identityUnknown(from.getBooleanValue());
            case "expectedDate" -> person.expectedDate(date(from.getString()));
            case "mothersIdentifier" -> person.mothersIdentifier(from.getString());
            default -> from.skipChildren();
        }
    }

    private static Address address(JsonParser from) {
        String line1 = null;
        String postcode = null;
        String uprn = null;
        for (String name = from.nextName(); name != null; name = from.nextName()) {
            String value = from.nextToken() == JsonToken.VALUE_NULL ? null : from.getString();
            switch (name) {
                case "line1" -> line1 = value;
                case "postcode" -> postcode = value;
                case "uprn" -> uprn = value;
                default -> from.skipChildren();
            }
        }
        return new Address(line1, null, null, postcode, uprn, Disclosure.NORMAL);
    }

    private static List<String> texts(JsonParser from) {
        List<String> texts = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            texts.add(from.getString());
        }
        return texts;
    }

    /** By hand where it is written plainly: the formatter costs more than all else here. */
    private static LocalDate date(String iso) {
        boolean plain = iso.length() == ISO_DATE_LENGTH && iso.charAt(4) == '-' && iso.charAt(7) == '-';
        return plain ? LocalDate.of(Integer.parseInt(iso, 0, 4, 10), Integer.parseInt(iso, 5, 7, 10), Integer.parseInt(iso, 8, 10, 10)) : LocalDate.parse(iso);
    }
}

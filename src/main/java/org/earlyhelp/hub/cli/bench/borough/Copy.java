package org.earlyhelp.hub.cli.bench.borough;

import java.time.LocalDate;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Upn;

/**
 * The same borough once more, of other people: names are kept, so that namesakes grow as in a larger place; numbers,
 * addresses, telephones and birth dates are others. The same number of a copy makes the same people.
 */
record Copy(int number) {
    static final int MOST = 25;
    private static final long RECORDS_A_COPY = 1_000_000_000L;
    private static final int DAYS_YOUNGER_BY = 5;
    private static final int FIRST_LA = 100;
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    Copy {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a copy is 1 to " + MOST + ", not " + number);
        }
    }

    Arrival of(Arrival record) {
        return new Arrival(record.id() + number * RECORDS_A_COPY, record.agency(), record.feed(), number + ":" + record.sourceRef(), record.version(),
                record.observedAt(), record.inCare(), record.mentions().stream().map(it -> new Mention(it.role(), it.index(), it.relationship(), of(it.person()))).toList(),
                Arrival.Told.NOTHING);
    }

    private MentionedPerson of(MentionedPerson it) {
        LocalDate born = it.dateOfBirth() == null ? null : it.dateOfBirth().minusDays((long) number * DAYS_YOUNGER_BY);
        return MentionedPerson.builder().surname(it.surname()).forenames(it.forenames()).knownAs(it.knownAs()).dateOfBirth(born).sex(it.sex())
                .nhsNumber(of(it.nhsNumber())).nhsNumberVerified(it.nhsNumberVerified()).upn(of(it.upn())).address(of(it.address()))
                .phone(it.phone() == null ? null : it.phone().replaceFirst("^01632 ?", "01%03d ".formatted(FIRST_LA + number)))
                .multipleBirth(it.multipleBirth()).birthOrder(it.birthOrder()).build();
    }

    private Address of(Address it) {
        return it == null ? null : new Address(it.line1(), it.line2(), it.town(), it.postcode() == null ? null : it.postcode().replaceFirst("^ZZ", "Z" + letter()),
                it.uprn(), it.disclosure());
    }

    private char letter() {
        return (char) ('A' + number - 1);
    }

    /** Null where the changed digits have no check digit. */
    private NhsNumber of(NhsNumber it) {
        if (it == null) {
            return null;
        }
        String body = "%02d".formatted(FIRST_LA - number - 1) + it.digits().substring(2, 9);
        for (int check = 0; check < 10; check++) {
            NhsNumber other = NhsNumber.parse(body + check).asOptional().orElse(null);
            if (other != null) {
                return other;
            }
        }
        return null;
    }

    private Upn of(Upn it) {
        if (it == null) {
            return null;
        }
        String body = (FIRST_LA + number) + it.text().substring(4);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i + 2);
        }
        return Upn.parse(UPN_LETTERS.charAt(sum % UPN_LETTERS.length()) + body).asOptional().orElse(null);
    }
}

package org.earlyhelp.hub.identity.household;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;

/** What is newest about a person, field by field: what a page or an alert shows. */
public final class NewestWord {
    private static final int KNOWN_AS_LIMIT = 10;

    private NewestWord() {
    }

    /**
     * Puts a person together.
     *
     * @param said   what current records say of the person, newest first; not empty
     * @param places the addresses among it that may be a home, newest first
     * @param always what any version ever said: the strictest disclosure of an address stands
     */
    public static MentionedPerson of(List<MentionedPerson> said, List<Address> places, List<MentionedPerson> always) {
        MentionedPerson numbered = said.stream().filter(it -> it.nhsNumber() != null && it.nhsNumberVerified()).findFirst()
                .orElse(said.stream().filter(it -> it.nhsNumber() != null).findFirst().orElse(said.get(0)));
        return MentionedPerson.builder().surname(newest(said, MentionedPerson::surname)).forenames(newest(said, MentionedPerson::forenames))
                .knownAs(said.stream().flatMap(it -> it.knownAs().stream()).distinct().limit(KNOWN_AS_LIMIT).toList())
                .dateOfBirth(newest(said, MentionedPerson::dateOfBirth)).ageYears(newest(said, MentionedPerson::ageYears))
                .sex(newest(said, MentionedPerson::sex)).ethnicity(newest(said, MentionedPerson::ethnicity))
                .nhsNumber(numbered.nhsNumber()).nhsNumberVerified(numbered.nhsNumberVerified()).upn(newest(said, MentionedPerson::upn))
                .phone(newest(said, MentionedPerson::phone)).email(newest(said, MentionedPerson::email)).address(address(places, always))
                .multipleBirth(newest(said, MentionedPerson::multipleBirth)).birthOrder(newest(said, MentionedPerson::birthOrder))
                .identityUnknown(said.stream().allMatch(MentionedPerson::identityUnknown)).deceased(said.stream().anyMatch(MentionedPerson::deceased))
                .expectedDate(newest(said, MentionedPerson::expectedDate)).build();
    }

    private static Address address(List<Address> places, List<MentionedPerson> always) {
        Disclosure strictest = always.stream().map(MentionedPerson::address).filter(Objects::nonNull).map(Address::disclosure)
                .reduce(Disclosure.NORMAL, Disclosure::strictest);
        Address newest = places.stream().filter(it -> Dwelling.of(it).isComplete()).findFirst().orElse(places.isEmpty() ? null : places.get(0));
        return newest == null ? null
                : new Address(newest.line1(), newest.line2(), newest.town(), newest.postcode(), newest.uprn(), strictest);
    }

    private static <T> T newest(List<MentionedPerson> said, Function<MentionedPerson, T> field) {
        return said.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }
}

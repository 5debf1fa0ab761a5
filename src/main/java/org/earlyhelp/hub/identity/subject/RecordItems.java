package org.earlyhelp.hub.identity.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.subject.SubjectRecord.Said;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;
import org.earlyhelp.hub.sharing.SubjectItem.Section;

/** The items of one record. Whatever a domestic-abuse referral says carries that caution, the plainest name too: that there is one tells enough. */
public final class RecordItems {
    private static final String EARLIER = " (an earlier version)";
    private final SubjectRecord record;
    private final Set<Caution> always = EnumSet.noneOf(Caution.class);
    private final List<SubjectItem> items = new ArrayList<>();

    private RecordItems(SubjectRecord record) {
        this.record = record;
        if (record.fact() instanceof DomesticAbuseReferral) {
            always.addAll(Set.of(Caution.DOMESTIC_ABUSE, Caution.REFERRER));
        }
        if (Stream.concat(record.own().stream(), record.others().stream()).anyMatch(said -> hides(said.words().address()))) {
            always.addAll(Set.of(Caution.PLACE, Caution.SHARED_PLACE));
        }
    }

    /** In a fixed order; nothing of a record whose only word of the person is an allegation but what is marked as such. */
    public static List<SubjectItem> of(SubjectRecord record) {
        return new RecordItems(record).made();
    }

    private List<SubjectItem> made() {
        if (record.own().stream().anyMatch(said -> said.role() == Role.ALLEGED_PERPETRATOR)) {
            always.add(Caution.ALLEGATION);
        }
        record.own().forEach(this::details);
        record.others().forEach(this::other);
        if (record.isAbout() || record.own().stream().anyMatch(said -> said.role() == Role.VICTIM)) {
            FactItems.of(record).forEach(fact -> add(fact.id(), Section.TOLD, fact.field(), fact.label() + age(), fact.value(), fact.on(), fact.dataClass(), fact.cautions()));
        }
        new TreeMap<>(record.texts()).forEach((name, text) -> add("text/" + name, Section.TOLD, "text." + name, "What was written: " + name + age(), text, day(),
                DataClass.FREE_TEXT, Set.of(Caution.FREE_TEXT, Caution.OTHER_PERSON)));
        return items;
    }

    private void details(Said said) {
        MentionedPerson words = said.words();
        String at = "mention/" + said.mention() + "/";
        identity(at, "name", "Name", joined(" ", words.forenames(), words.surname()));
        identity(at, "knownAs", "Other names", String.join(", ", words.knownAs()));
        identity(at, "dateOfBirth", "Date of birth", words.dateOfBirth() == null ? null : PlainTime.of(words.dateOfBirth()));
        identity(at, "ageYears", "Age", words.ageYears() == null ? null : words.ageYears() + " years");
        identity(at, "sex", "Sex", words.sex() == null ? null : words.sex().name());
        identity(at, "ethnicity", "Ethnicity", words.ethnicity());
        identity(at, "nhsNumber", "NHS number", words.nhsNumber() == null ? null : words.nhsNumber().digits());
        identity(at, "upn", "Unique pupil number", words.upn() == null ? null : words.upn().text());
        identity(at, "deceased", "Recorded as having died", words.deceased() ? "yes" : null);
        identity(at, "expectedDate", "Expected date of birth", words.expectedDate() == null ? null : PlainTime.of(words.expectedDate()));
        place(at, "localRef", "The sender's own number", words.localRef(), DataClass.IDENTITY);
        place(at, "address", "Address", address(words.address()), DataClass.ADDRESS);
        place(at, "phone", "Telephone", words.phone(), DataClass.CONTACT);
        place(at, "email", "Email", words.email(), DataClass.CONTACT);
        if (words.mothersIdentifier() != null) {
            add(at + "mothersIdentifier", Section.DETAILS, "mothersIdentifier", "A number of the mother", words.mothersIdentifier(), day(), DataClass.IDENTITY, Set.of(Caution.OTHER_PERSON));
        }
    }

    private void other(Said said) {
        String what = said.relationship() == null ? role(said.role()) : said.relationship().name().toLowerCase(java.util.Locale.ROOT);
        Set<Caution> cautions = said.role() == Role.ALLEGED_PERPETRATOR ? Set.of(Caution.OTHER_PERSON, Caution.ALLEGATION) : Set.of(Caution.OTHER_PERSON);
        DataClass dataClass = said.role() == Role.ALLEGED_PERPETRATOR ? DataClass.ALLEGATION : DataClass.IDENTITY;
        add("other/" + said.mention(), Section.DETAILS, "otherPerson", "Somebody else in the same record: " + what + age(),
                joined(" ", said.words().forenames(), said.words().surname()), day(), dataClass, cautions);
    }

    private void identity(String at, String field, String label, String value) {
        add(at + field, Section.DETAILS, field, label + age(), value, day(), DataClass.IDENTITY, Set.of());
    }

    private void place(String at, String field, String label, String value, DataClass dataClass) {
        add(at + field, Section.DETAILS, field, label + age(), value, day(), dataClass, record.others().isEmpty() ? Set.of(Caution.PLACE) : Set.of(Caution.PLACE, Caution.SHARED_PLACE));
    }

    private void add(String id, Section section, String field, String label, String value, LocalDate on, DataClass dataClass, Collection<Caution> cautions) {
        if (value != null && !value.isBlank()) {
            Set<Caution> all = EnumSet.noneOf(Caution.class);
            all.addAll(always);
            all.addAll(cautions);
            items.add(new SubjectItem("record/" + record.ref() + "/" + id, section, field, label, value, on, record.agency(), classOf(dataClass), record.isAbout(), all));
        }
    }

    /** An agreement and the log speak of everything in a referral as of domestic abuse, but of who and where, which have stricter rules. */
    private DataClass classOf(DataClass plain) {
        return always.contains(Caution.DOMESTIC_ABUSE) && plain == DataClass.SAFEGUARDING ? DataClass.DOMESTIC_ABUSE : plain;
    }

    private LocalDate day() {
        return London.dateOf(record.observedAt());
    }

    private String age() {
        return record.current() ? "" : EARLIER;
    }

    private static String role(Role role) {
        return switch (role) {
            case CHILD, PUPIL, UNBORN, SUBJECT -> "child or subject";
            case PARENT, CONTACT, EXPECTANT_PARENT -> "parent or contact";
            case VICTIM -> "victim";
            case ALLEGED_PERPETRATOR -> "alleged";
        };
    }

    /** That a record hides a place tells by itself that somebody has to hide. */
    private static boolean hides(Address address) {
        return address != null && address.disclosure() != Disclosure.NORMAL;
    }

    private static String address(Address address) {
        return address == null ? null : joined(", ", address.line1(), address.line2(), address.town(), address.postcode());
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}

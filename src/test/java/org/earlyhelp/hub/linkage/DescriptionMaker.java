package org.earlyhelp.hub.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/** Makes descriptions as the describer does, each from a record of its own unless said otherwise. */
public final class DescriptionMaker {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static int records;
    private final Role role;
    private final Relationship relationship;
    private final MentionedPersonBuilder builder = MentionedPerson.builder();
    private String agency = "avonford-police";
    private String record = "R" + ++records;
    private final List<Mention> others = new ArrayList<>();

    private DescriptionMaker(Role role, Relationship relationship) {
        this.role = role;
        this.relationship = relationship;
    }

    /** Chidi Okafor, born on 2 April 2019, of 4 Test Row. */
    public static DescriptionMaker aChild() {
        return new DescriptionMaker(Role.CHILD, null).with(it -> it.surname("Okafor").forenames("Chidi").dateOfBirth(LocalDate.of(2019, 4, 2)))
                .at("4 Test Row", "ZZ99 3VZ");
    }

    /** Ngozi Okafor, of 4 Test Row, without date of birth. */
    public static DescriptionMaker aCarer() {
        return new DescriptionMaker(Role.PARENT, Relationship.MOTHER).with(it -> it.surname("Okafor").forenames("Ngozi")).at("4 Test Row", "ZZ99 3VZ");
    }

    public DescriptionMaker with(Consumer<MentionedPersonBuilder> change) {
        change.accept(builder);
        return this;
    }

    public DescriptionMaker born(String date) {
        return with(it -> it.dateOfBirth(date == null ? null : LocalDate.parse(date)));
    }

    public DescriptionMaker named(String surname, String forenames) {
        return with(it -> it.surname(surname).forenames(forenames));
    }

    public DescriptionMaker at(String line1, String postcode) {
        return with(it -> it.address(new Address(line1, null, null, postcode, null, Disclosure.NORMAL)));
    }

    public DescriptionMaker by(String sender) {
        agency = sender;
        return this;
    }

    public DescriptionMaker inRecord(String sourceRef) {
        record = sourceRef;
        return this;
    }

    /** Names a parent in the same record, without home and telephone. */
    public DescriptionMaker withParent(String surname, String forenames) {
        others.add(new Mention(Role.PARENT, others.size(), Relationship.PARENT, MentionedPerson.builder().surname(surname).forenames(forenames).build()));
        return this;
    }

    public Description make() {
        List<Mention> mentions = new ArrayList<>(List.of(new Mention(role, 0, relationship, builder.build())));
        mentions.addAll(others);
        return Describer.describe(agency, "feed", record, DAY, mentions).get(0);
    }
}

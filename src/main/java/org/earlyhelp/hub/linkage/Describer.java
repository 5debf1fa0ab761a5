package org.earlyhelp.hub.linkage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;

/** Reduces the mentions of one record to descriptions: each needs its neighbours, a carer the child's home, a child the mother. */
public final class Describer {
    private static final int ADULT_YEARS = 18;

    private Describer() {
    }

    /** Descriptions of the mentions of a record of that day, in their order. */
    public static List<Description> describe(String agency, String feed, String sourceRef, LocalDate day, List<Mention> mentions) {
        String record = agency + "|" + feed + "|" + sourceRef + "|";
        Set<Integer> parents = ParentNames.in(mentions);
        return mentions.stream().map(mention -> describe(agency, record, day, mention, mentions, parents)).toList();
    }

    private static Description describe(String agency, String record, LocalDate day, Mention mention, List<Mention> all, Set<Integer> parents) {
        MentionedPerson person = mention.person();
        Kind kind = kindOf(mention, day);
        return new Description(kind, agency, record + mention.role(), numberOf(person), person.upn() == null ? null : person.upn().text(),
                refOf(agency, person.localRef()), ComparableName.of(person.surname(), person.forenames(), person.knownAs()),
                person.dateOfBirth(), person.expectedDate(), person.sex() == Sex.U ? null : person.sex(), homeOf(mention, all),
                Plain.phone(person.phone()), kind == Kind.CHILD || kind == Kind.UNBORN ? mothersOf(agency, person, all) : Set.of(),
                Boolean.TRUE.equals(person.multipleBirth()), person.birthOrder(), person.identityUnknown(), yearByAge(person, day),
                person.nhsNumber() == null || person.nhsNumberVerified() ? null : person.nhsNumber().digits(), kind == Kind.CHILD ? parents : Set.of());
    }

    /** By age where that is known: a health record of an expectant mother names her where others name the child. */
    private static Kind kindOf(Mention mention, LocalDate day) {
        LocalDate born = mention.person().dateOfBirth();
        boolean isAdult = born == null ? mention.person().ageYears() != null && mention.person().ageYears() >= ADULT_YEARS
                : !born.plusYears(ADULT_YEARS).isAfter(day);
        if (isAdult) {
            return Kind.ADULT;
        }
        if (born == null && mention.person().expectedDate() != null && mention.role() == Role.CHILD) {
            return Kind.UNBORN;
        }
        return switch (mention.role()) {
            case CHILD, PUPIL -> Kind.CHILD;
            case UNBORN -> Kind.UNBORN;
            case SUBJECT -> Kind.SUBJECT;
            case CONTACT -> mention.relationship() == Relationship.SIBLING ? Kind.CHILD : Kind.ADULT;
            case PARENT, VICTIM, ALLEGED_PERPETRATOR, EXPECTANT_PARENT -> Kind.ADULT;
        };
    }

    /** Who is of that age on that day was born in this year, or in the year before. */
    private static Integer yearByAge(MentionedPerson person, LocalDate day) {
        return person.dateOfBirth() != null || person.ageYears() == null ? null : Integer.valueOf(day.getYear() - person.ageYears());
    }

    private static String numberOf(MentionedPerson person) {
        return person.nhsNumber() == null || !person.nhsNumberVerified() ? null : person.nhsNumber().digits();
    }

    private static String refOf(String agency, String ref) {
        return ref == null || ref.isBlank() ? null : agency + "|" + ref.strip();
    }

    private static Dwelling homeOf(Mention mention, List<Mention> all) {
        Dwelling own = Dwelling.of(mention.person().address());
        boolean isCarer = mention.relationship() != null && mention.relationship().isCarer();
        return own != null || !isCarer ? own : all.stream().filter(other -> other.role().isSubject())
                .map(child -> Dwelling.of(child.person().address())).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Identifiers first; a name only together with a home or a telephone. */
    private static Set<String> mothersOf(String agency, MentionedPerson child, List<Mention> all) {
        Set<String> mothers = new HashSet<>();
        if (child.mothersIdentifier() != null) {
            String digits = child.mothersIdentifier().replaceAll("[\\s-]", "");
            mothers.add("nhs:" + digits);
            mothers.add("ref:" + agency + "|" + child.mothersIdentifier().strip());
        }
        all.stream().filter(Describer::isMother).forEach(mother -> addMother(mothers, agency, mother, all));
        return mothers;
    }

    private static boolean isMother(Mention mention) {
        return mention.relationship() == Relationship.MOTHER || mention.role() == Role.EXPECTANT_PARENT;
    }

    private static void addMother(Set<String> mothers, String agency, Mention mention, List<Mention> all) {
        MentionedPerson mother = mention.person();
        ComparableName name = ComparableName.of(mother.surname(), mother.forenames(), mother.knownAs());
        add(mothers, "nhs:", numberOf(mother));
        add(mothers, "ref:", refOf(agency, mother.localRef()));
        for (List<String> forename : name.forenames()) {
            String key = "name:" + name.surname() + "|" + forename.get(0) + "|";
            add(mothers, key, Plain.phone(mother.phone()));
            Dwelling home = homeOf(mention, all);
            add(mothers, key, home == null || !home.isComplete() ? null : home.line1() + "|" + home.postcode());
        }
    }

    private static void add(Set<String> keys, String prefix, String value) {
        if (value != null) {
            keys.add(prefix + value);
        }
    }
}

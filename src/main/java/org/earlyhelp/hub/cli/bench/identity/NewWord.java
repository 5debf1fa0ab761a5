package org.earlyhelp.hub.cli.bench.identity;

import java.util.List;
import java.util.SplittableRandom;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.Role;

/**
 * New records of the police about one person each: {@value #KNOWN_PERCENT}% of members of the known households, with the small noise of
 * another agency's hand (a letter wrong, no number, no telephone, moved), the others of people nobody knows.
 */
final class NewWord {
    private static final int KNOWN_PERCENT = 60;
    private static final long SEED = 7;
    private final int knownHouseholds;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int told;
    private int fresh;

    NewWord(int knownHouseholds) {
        this.knownHouseholds = knownHouseholds;
    }

    BenchRecord next() {
        boolean known = chance(KNOWN_PERCENT);
        List<Mention> members = Household.of(known ? random.nextInt(knownHouseholds) : knownHouseholds + fresh++).members();
        Mention member = members.get(random.nextInt(members.size()));
        boolean isChild = member.role().isSubject();
        Mention said = new Mention(isChild ? Role.CHILD : Role.VICTIM, 0, null, noisy(member.person()));
        return new BenchRecord("avonford-police", isChild ? "missing-children" : "domestic-abuse", "POL-2026-" + ++told, List.of(said));
    }

    private MentionedPerson noisy(MentionedPerson it) {
        MentionedPersonBuilder said = MentionedPerson.builder().surname(chance(3) ? slip(it.surname()) : it.surname())
                .forenames(chance(8) ? slip(it.forenames()) : it.forenames()).dateOfBirth(it.dateOfBirth()).sex(it.sex());
        if (chance(40)) {
            said.nhsNumber(it.nhsNumber());
        }
        if (chance(60)) {
            said.phone(it.phone());
        }
        return (chance(85) ? said.address(it.address()) : said.address(Household.of(random.nextInt(knownHouseholds)).members().get(0).person().address())).build();
    }

    private String slip(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

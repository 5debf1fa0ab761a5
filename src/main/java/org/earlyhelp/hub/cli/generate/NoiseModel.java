package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Household.Home;

/**
 * What senders get wrong, each fault drawn by itself for each mention. The rates are the contract's (section 9),
 * times one factor; what a sender does not hold at all, such as the police an NHS number, is no fault and not scaled.
 */
final class NoiseModel {
    static final double SURNAME_MISSPELT = 0.03;
    static final double FORENAME_VARIANT = 0.08;
    static final double BORN_WRONG = 0.03;
    static final double OLD_ADDRESS = 0.10;
    static final double POSTCODE_MISSING = 0.05;
    static final double IDENTIFIER_WRONG = 0.003;

    private static final double MOST_CERTAIN = 0.95;

    /** From this share up, an identifier is meant to be there, and lacking it is a fault. */
    private static final double MEANT_TO_BE_THERE = 0.5;
    private static final Map<String, String> VARIANTS = Map.ofEntries(Map.entry("Mohammed", "Muhammad"), Map.entry("Yusuf", "Yousef"),
            Map.entry("Thomas", "Tom"), Map.entry("Charlotte", "Charlie"), Map.entry("Oliver", "Ollie"), Map.entry("Jessica", "Jess"),
            Map.entry("Amelia", "Millie"), Map.entry("Harriet", "Hattie"), Map.entry("Isla", "Iyla"), Map.entry("Sean", "Shaun"),
            Map.entry("Niamh", "Neve"), Map.entry("Aoife", "Eefa"), Map.entry("Zofia", "Sophia"), Map.entry("Tomasz", "Thomas"),
            Map.entry("Nikolai", "Nick"), Map.entry("Oluwaseun", "Seun"), Map.entry("Aisha", "Ayesha"), Map.entry("Ibrahim", "Ebrahim"),
            Map.entry("Bartosz", "Bartek"), Map.entry("Gurpreet", "Gurprit"), Map.entry("Katalin", "Kati"), Map.entry("Kwame", "Kwami"));

    private final double factor;

    /** {@code factor} as {@link BoroughPlan#noise()}. */
    NoiseModel(double factor) {
        this.factor = factor;
    }

    SentPerson sent(Sender sender, Person person, Household household, RandomGenerator random) {
        String surname = happens(SURNAME_MISSPELT, random) ? misspelt(person.surname(), random) : person.surname();
        String forename = happens(FORENAME_VARIANT, random) ? variant(person.forename(), random) : person.forename();
        LocalDate born = happens(sender.bornMissing, random) ? null : happens(BORN_WRONG, random) ? wrong(person.born(), random) : person.born();
        String nhsNumber = identifier(person.nhsNumber(), sender.nhsPresent, household.child(0).nhsNumber(), random);
        String upn = identifier(person.upn(), sender.upnPresent, household.child(0).upn(), random);
        return new SentPerson(surname, forename, born, person.sex(), nhsNumber, upn, person.phone(), home(household, random), person.birthOrder());
    }

    /** {@code --noise} may lift a rate, never to certainty. */
    boolean happens(double rate, RandomGenerator random) {
        return random.nextDouble() < effective(rate, factor);
    }

    static double effective(double rate, double factor) {
        return Math.min(MOST_CERTAIN, rate * factor);
    }

    private Home home(Household household, RandomGenerator random) {
        Home home = happens(OLD_ADDRESS, random) ? household.previousHome() : household.home();
        return happens(POSTCODE_MISSING, random) ? new Home(home.line1(), home.town(), null) : home;
    }

    /** A wrong identifier is a mistyped one, or (one time in two) that of the household's first child. */
    private String identifier(String own, double present, String firstChilds, RandomGenerator random) {
        if (own == null || !isThere(present, random)) {
            return null;
        }
        if (!happens(IDENTIFIER_WRONG, random)) {
            return own;
        }
        boolean another = firstChilds != null && !firstChilds.equals(own) && random.nextBoolean();
        return another ? firstChilds : mistyped(own, random);
    }

    private boolean isThere(double present, RandomGenerator random) {
        return present >= MEANT_TO_BE_THERE ? !happens(1 - present, random) : random.nextDouble() < present;
    }

    /** One digit other than it was, so that the check digit no longer holds. */
    private static String mistyped(String identifier, RandomGenerator random) {
        int at = 4 + random.nextInt(identifier.length() - 5);
        char digit = (char) ('0' + (identifier.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return identifier.substring(0, at) + digit + identifier.substring(at + 1);
    }

    /** Two letters swapped, one lost or one doubled, never the first. */
    private static String misspelt(String name, RandomGenerator random) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        String swapped = name.length() < 3 ? name + "e" : name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        return switch (random.nextInt(3)) {
            case 0 -> swapped.equals(name) ? name + "e" : swapped;
            case 1 -> name.length() < 3 ? name + "h" : name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }

    /** A usual other form, else the short form of three letters or a doubled ending. */
    private static String variant(String forename, RandomGenerator random) {
        String usual = VARIANTS.get(forename);
        if (usual != null) {
            return usual;
        }
        return forename.length() > 5 && random.nextBoolean() ? forename.substring(0, 3) : forename + forename.charAt(forename.length() - 1);
    }

    /** Day and month swapped where that is a date, else a day, a month or a year beside the right one; never later than it was. */
    private static LocalDate wrong(LocalDate born, RandomGenerator random) {
        LocalDate swapped = born.getDayOfMonth() <= 12 ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()) : born;
        return switch (random.nextInt(4)) {
            case 0 -> swapped.isBefore(born) ? swapped : born.minusDays(1);
            case 1 -> born.minusDays(1);
            case 2 -> born.minusMonths(1);
            default -> born.minusYears(1);
        };
    }
}

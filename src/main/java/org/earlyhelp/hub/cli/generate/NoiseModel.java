package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Household.Home;

/**
 * What senders get wrong, each fault drawn by itself for each mention. The rates are the contract's (section 9),
 * times one factor; what a sender does not hold at all, such as the police an NHS number, is no fault and not scaled.
 *
 * <p>In all: a surname misspelt (half of those with a usual other spelling take it, such as Hussain and Hussein; one in
 * twenty of them is surname and forename swapped); a forename in another form (short, of another language, or mistyped);
 * a birth date wrong (day and month swapped, or a day, month or year off) or missing; the old address of a family that
 * moved; no postcode; an identifier missing, mistyped, or that of the household's first child. Beyond the contract's
 * list: a double-barrelled surname cut or unhyphened; a twin whose birth order, or twinship, health does not tell; a
 * newborn called Baby at the first visit; a victim's address that the abuse service asks to hide. What makes people
 * alike is no fault but how they are made: see {@link Members} and {@link HouseholdMaker}.
 */
final class NoiseModel {
    static final double SURNAME_MISSPELT = 0.03;
    static final double FORENAME_VARIANT = 0.08;
    static final double BORN_WRONG = 0.03;
    static final double OLD_ADDRESS = 0.10;
    static final double POSTCODE_MISSING = 0.05;
    static final double IDENTIFIER_WRONG = 0.003;
    static final double HYPHEN_LOST = 0.2;
    static final double BIRTH_ORDER_UNSAID = 0.1;
    static final double TWIN_UNSAID = 0.1;
    static final double NEWBORN_UNNAMED = 0.1;
    static final double ADDRESS_HIDDEN = 0.05;
    /** Of the misspelt. */
    private static final double SWAPPED = 0.05;

    private static final double MOST_CERTAIN = 0.95;

    /** From this share up, an identifier is meant to be there, and lacking it is a fault. */
    private static final double MEANT_TO_BE_THERE = 0.5;

    private final double factor;

    /** {@code factor} as {@link BoroughPlan#noise()}. */
    NoiseModel(double factor) {
        this.factor = factor;
    }

    SentPerson sent(Sender sender, Person person, Household household, RandomGenerator random) {
        String surname = Spellings.unhyphened(person.surname(), random, happens(HYPHEN_LOST, random));
        String forename = happens(FORENAME_VARIANT, random) ? Spellings.variant(person.forename(), random) : person.forename();
        boolean misspelt = happens(SURNAME_MISSPELT, random);
        boolean swapped = misspelt && random.nextDouble() < SWAPPED;
        String written = misspelt && !swapped ? Spellings.misspelt(surname, random) : surname;
        LocalDate born = happens(sender.bornMissing, random) ? null : happens(BORN_WRONG, random) ? wrong(person.born(), random) : person.born();
        String nhsNumber = identifier(person.nhsNumber(), sender.nhsPresent, household.child(0).nhsNumber(), random);
        String upn = identifier(person.upn(), sender.upnPresent, household.child(0).upn(), random);
        boolean twinUnsaid = person.isTwin() && happens(TWIN_UNSAID, random);
        int birthOrder = twinUnsaid || person.isTwin() && happens(BIRTH_ORDER_UNSAID, random) ? 0 : person.birthOrder();
        return new SentPerson(swapped ? forename : written, swapped ? surname : forename, born, person.sex(), nhsNumber, upn, person.phone(),
                home(household, person, random), !twinUnsaid, birthOrder);
    }

    /** At the first visit some newborns have no name yet. */
    SentPerson newborn(SentPerson child, RandomGenerator random) {
        return happens(NEWBORN_UNNAMED, random) ? child.named("Baby") : child;
    }

    /** {@code --noise} may lift a rate, never to certainty. */
    boolean happens(double rate, RandomGenerator random) {
        return random.nextDouble() < effective(rate, factor);
    }

    static double effective(double rate, double factor) {
        return Math.min(MOST_CERTAIN, rate * factor);
    }

    private Home home(Household household, Person person, RandomGenerator random) {
        Home lived = happens(OLD_ADDRESS, random) ? household.previousHome() : household.home();
        Home home = household.isApart(person) ? household.apart().home() : lived;
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

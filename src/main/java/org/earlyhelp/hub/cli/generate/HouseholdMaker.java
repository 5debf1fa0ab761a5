package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Household.Home;

/**
 * Makes households one after another: names of one origin, one to four children under 18, twins among them. Some are kin
 * of the household before: one surname, cousins of one forename, now and then one postcode. Not thread-safe.
 */
final class HouseholdMaker {
    static final double TWIN_RATE = 0.015;
    private static final int OLDEST_CHILD_DAYS = 17 * 365;
    private static final int DAYS_BETWEEN_BIRTHS = 500;
    private static final double KIN_RATE = 0.04;
    private static final double KIN_NEARBY_RATE = 0.2;
    /** Cumulative shares of one, two, three children; the rest has four. */
    private static final double[] CHILDREN_UP_TO = {0.44, 0.82, 0.95};
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String[] STREETS = ("Cooper Row,Ropewalk Terrace,Sallow Walk,Tannery Steps,Gorse Close,Millrace Way,Bracken Rise,Fuller Street,"
            + "Linden Avenue,Weavers Fold,Quarry Road,Anchor Place,Saltmarsh Court,Beacon Street,Hollybush Green,Chandlers Way,Ferry Road,Curlew Way,"
            + "Moorland View,Spinnaker Street,Sycamore Road,Granary Mews,Chapel Hill,Barley Field,Orchard Bank,Netmakers Row,Heather Bank,Windlass Court,"
            + "Drovers Way,Cornmarket,Ropery Lane,Limekiln Road,Fishergate,Kingfisher Close,Tern Street,Mill Bank,Laburnum Grove,Pottery Yard,Foundry Lane,Cedar Court").split(",");

    private final IdentifierMint mint;
    private final SchoolList schools;
    private final LocalDate today;
    private NamePool namesBefore;
    private Household before;

    HouseholdMaker(IdentifierMint mint, SchoolList schools, LocalDate today) {
        this.mint = mint;
        this.schools = schools;
        this.today = today;
    }

    /** The household with that number, from 1. */
    Household make(int number, RandomGenerator random) {
        boolean kin = before != null && random.nextDouble() < KIN_RATE;
        NamePool names = kin ? namesBefore : NamePool.anyOrigin(random);
        Members members = new Members("H-%06d".formatted(number), names, mint, random, kin ? before : null);
        List<LocalDate> births = births(random);
        members.addCarers(births.get(0));
        SchoolList.Choice choice = schools.choose(random);
        members.addChildren(births, born -> choice.on(today, born));
        Home home = kin && random.nextDouble() < KIN_NEARBY_RATE ? near(before.home(), random) : home(random);
        namesBefore = names;
        before = new Household(members.id(), names.origin(), home, home(random), members.carers(), members.children(), members.apart(home(random)));
        return before;
    }

    /** Birth dates, oldest first; a twin has the date of the one before. */
    private List<LocalDate> births(RandomGenerator random) {
        List<LocalDate> births = new ArrayList<>();
        int wanted = count(random);
        int youngestOldest = 30 + (wanted - 1) * DAYS_BETWEEN_BIRTHS;
        LocalDate next = today.minusDays(youngestOldest + random.nextInt(OLDEST_CHILD_DAYS - youngestOldest));
        while (births.size() < wanted && next.isBefore(today.minusDays(20))) {
            births.add(next);
            if (random.nextDouble() < TWIN_RATE) {
                births.add(next);
            }
            next = next.plusDays(400 + random.nextInt(1100));
        }
        return births;
    }

    private static int count(RandomGenerator random) {
        double at = random.nextDouble();
        int count = 1;
        while (count <= CHILDREN_UP_TO.length && at >= CHILDREN_UP_TO[count - 1]) {
            count++;
        }
        return count;
    }

    private static Home near(Home other, RandomGenerator random) {
        return new Home(home(random).line1(), other.town(), other.postcode());
    }

    private static Home home(RandomGenerator random) {
        char second = POSTCODE_LETTERS.charAt(random.nextInt(POSTCODE_LETTERS.length()));
        char third = POSTCODE_LETTERS.charAt(random.nextInt(POSTCODE_LETTERS.length()));
        String line = (1 + random.nextInt(160)) + " " + STREETS[random.nextInt(STREETS.length)];
        return new Home(line, "Avonford", "ZZ99 " + random.nextInt(10) + second + third);
    }
}

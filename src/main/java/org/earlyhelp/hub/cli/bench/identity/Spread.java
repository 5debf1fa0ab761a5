package org.earlyhelp.hub.cli.bench.identity;

import java.util.random.RandomGenerator;

/** Names as uneven as those of people: of some thousand surnames the commonest has one bearer in seventy, of some hundred forenames one in fifty. */
final class Spread {
    private static final String[] STARTS = ("Ash Black Brad Brom Carl Cart Chad Clif Col Crom Dar Den Dun East Ed El Fair Farn Fen Gar Gil Gran Had Hal Har Haw Hol Hub "
            + "Ken Kirk Lang Lin Lock Mar Mel Mid Nor Oak Os Pem Pick Rad Red Rod Row Sand Shel Sil Stan Stock Sut Tal Thorn Til Wake Wal War Wen West Whit "
            + "Wil Win Wood Wy Okon Ade Nwa Sri Pat Khal Rah Hus Beg Kow Now Zie").split(" ");
    private static final String[] ENDS = ("ton ley ford well worth ham by field den ridge stone bury more wick gate man son er land bourne combe shaw croft head dale brook "
            + "thorpe stead low lock ski wan kar ani yemi afor ullah esh eton ingham oma ez ola").split(" ");
    private static final String[] FIRST = ("Al Am An Ar Be Bri Ca Chi Da De El Em Fa Fre Ga Ha Is Ja Jo Ka Ki La Le Li Ma Mi Na Ni No Ol Or Pa Pri Ra Ro Sa Sha Si So Ta Te Ty Vi "
            + "Wi Ya Yu Za Zo").split(" ");
    private static final String[] LAST = "a ah an ana bel den dia e el en ena era ia id ie in is lee lia lin mon na nah ne nie on ra ric ris rah son us vi".split(" ");
    private static final double SURNAME_SKEW = 2.0;
    private static final double FORENAME_SKEW = 1.7;

    private Spread() {
    }

    static String surname(RandomGenerator random) {
        return name(STARTS, ENDS, skewed(STARTS.length * ENDS.length, SURNAME_SKEW, random));
    }

    static String forename(RandomGenerator random) {
        return name(FIRST, LAST, skewed(FIRST.length * LAST.length, FORENAME_SKEW, random));
    }

    /** The street of that number; numbers beyond the names get a number in the name. */
    static String street(int number) {
        int names = STARTS.length * ENDS.length;
        return name(STARTS, ENDS, number % names) + (number < names ? " Road" : " Road " + number / names);
    }

    private static int skewed(int names, double skew, RandomGenerator random) {
        return (int) (names * Math.pow(random.nextDouble(), skew));
    }

    private static String name(String[] starts, String[] ends, int number) {
        return starts[number % starts.length] + ends[number / starts.length];
    }
}

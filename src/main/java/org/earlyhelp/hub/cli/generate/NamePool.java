package org.earlyhelp.hub.cli.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.person.Sex;

/**
 * Names of one origin; a family draws its names from one.
 *
 * @param origin     in plain words
 * @param share      percentage of households
 * @param doubled    percentage of households with a double-barrelled surname
 * @param rareStems  with an end each makes a rare surname; may be empty, as may {@code rareEnds}
 */
record NamePool(String origin, int share, int doubled, NameList surnames, NameList girls, NameList boys, List<String> rareStems, List<String> rareEnds) {
    /** Share of households with a surname that few others bear, where the origin has any. */
    private static final double RARE = 0.2;

    static NamePool anyOrigin(RandomGenerator random) {
        return NameBook.ORIGINS.anyOrigin(random);
    }

    /** One surname, double-barrelled in some households. */
    String surname(RandomGenerator random) {
        String first = single(random);
        if (random.nextInt(100) >= doubled) {
            return first;
        }
        String second = single(random);
        return second.equals(first) ? first : first + "-" + second;
    }

    String forename(Sex sex, RandomGenerator random) {
        return forenames(sex).draw(random);
    }

    /** A forename that looks like another, as twins are often given. */
    String forenameLike(String forename, Sex sex, RandomGenerator random) {
        return forenames(sex).drawLike(forename, random);
    }

    private NameList forenames(Sex sex) {
        return sex == Sex.F ? girls : boys;
    }

    private String single(RandomGenerator random) {
        boolean rare = !rareStems.isEmpty() && random.nextDouble() < RARE;
        return rare ? rareStems.get(random.nextInt(rareStems.size())) + rareEnds.get(random.nextInt(rareEnds.size())) : surnames.draw(random);
    }
}

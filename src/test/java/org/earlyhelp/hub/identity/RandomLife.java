package org.earlyhelp.hub.identity;

import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.person.Relationship;

/**
 * A seeded series of what can befall identities: records of very alike children arrive and are corrected, in batches; people
 * are merged, parted, settled and sealed by hand, questions answered and answers taken back; the hub starts again.
 */
final class RandomLife {
    private static final int BATCH = 5;
    private static final int REFERENCES = 18;
    private static final List<String> UPNS = List.of("N999400122002", "C999400122003", "R999400122004");
    private static final List<String> NHS_NUMBERS = List.of("9990000018", "9990000026", "9990000034");
    private static final List<String> BIRTHS = List.of("2019-04-02", "2019-04-02", "2019-04-03", "2017-11-26");
    private final Borough borough;
    private final Random random;
    private int version = 1;

    RandomLife(Borough borough, long seed) {
        this.borough = borough;
        this.random = new Random(seed);
    }

    /** Does one thing and says which; what the steward or the desk refuses is done to nobody. */
    String step() {
        int chance = random.nextInt(100);
        if (chance < 45) {
            return records();
        }
        try {
            return byHand(chance);
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }

    private String byHand(int chance) {
        if (chance < 55) {
            steward().merge(anybody(), anybody());
            return "merge";
        }
        if (chance < 63) {
            return split();
        }
        if (chance < 73) {
            return unmerge();
        }
        if (chance < 84) {
            steward().settle(anybody(), Hand.HUB);
            return "settle";
        }
        return chance < 96 ? answer() : endOrSeal(chance);
    }

    private String endOrSeal(int chance) {
        if (chance < 99) {
            borough.restart();
            return "restart";
        }
        steward().seal(anybody());
        return "seal";
    }

    private String records() {
        List<RecordMaker> batch = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(BATCH); i++) {
            batch.add(record());
        }
        borough.link(batch.toArray(RecordMaker[]::new));
        return "records";
    }

    /** New, sent again with other words, or a higher version: the references are few. */
    private RecordMaker record() {
        int reference = random.nextInt(REFERENCES);
        RecordMaker record = any(List.<Function<String, RecordMaker>>of(RecordMaker::school, RecordMaker::health, RecordMaker::missing)).apply("R" + reference);
        record.about(child());
        if (random.nextInt(3) == 0) {
            record.parent(Relationship.MOTHER, named(any(List.of("Ngozi Okafor", "Ada Okafor"))).phone("01632 960001"));
        }
        return random.nextInt(4) == 0 ? record.version(++version) : record;
    }

    private PersonMaker child() {
        PersonMaker child = named(any(List.of("Chidi", "Chidy", "Chike", "Ada")) + " " + any(List.of("Okafor", "Okafo"))).born(any(BIRTHS));
        child = random.nextBoolean() ? child.at("4 Test Row", "ZZ99 3VZ") : child.at("9 Far Lane", "ZZ99 7AB");
        child = random.nextInt(3) == 0 ? child.upn(any(UPNS)) : child;
        return random.nextInt(3) == 0 ? child.nhs(any(NHS_NUMBERS)) : child;
    }

    private String split() {
        Map<String, Object> one = any(borough.sql.sql("SELECT l.mention_id, p.ref FROM link l JOIN person p ON p.id = l.person_id ORDER BY 1").query().listOfRows());
        steward().split((String) one.get("ref"), (Long) one.get("mention_id"), Hand.HUB);
        return "split";
    }

    private String unmerge() {
        Map<String, Object> merged = any(borough.sql.sql("SELECT k.ref AS kept, g.ref AS gone FROM person g JOIN person k ON k.id = g.gone_into ORDER BY g.id")
                .query().listOfRows());
        steward().unmerge((String) merged.get("kept"), (String) merged.get("gone"));
        return "unmerge";
    }

    /** Same, different or not sure; sometimes it is taken back at once. */
    private String answer() {
        ReviewDesk desk = borough.bean(ReviewDesk.class);
        ReviewPair pair = any(desk.asked(100));
        ReviewAnswer answer = switch (random.nextInt(3)) {
            case 0 -> desk.different(form(pair));
            case 1 -> desk.notSure(form(pair));
            default -> desk.same(form(pair));
        };
        if (answer instanceof ReviewAnswer.Done done && random.nextInt(3) == 0) {
            desk.undo(form(done.pair()));
        }
        return "answer";
    }

    private static ReviewForm form(ReviewPair seen) {
        return new ReviewForm(seen.id(), seen.version(), seen.one(), seen.other(), "steward", "Seen both records");
    }

    private IdentitySteward steward() {
        return borough.bean(IdentitySteward.class);
    }

    private String anybody() {
        return any(borough.sql.sql("SELECT ref FROM person WHERE gone_into IS NULL ORDER BY id").query(String.class).list());
    }

    private <T> T any(List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from yet");
        }
        return values.get(random.nextInt(values.size()));
    }
}

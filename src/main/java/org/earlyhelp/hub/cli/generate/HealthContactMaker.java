package org.earlyhelp.hub.cli.generate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Life.Contact;
import org.earlyhelp.hub.cli.generate.Life.Observation;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.HealthFindings.Kind;

/** Draws the health visitor's messages: one for each mandated review that has fallen due. Not thread-safe. */
final class HealthContactMaker {
    private static final int OLDEST_CHILD_DAYS = 4 * 365;
    private static final double NOT_BROUGHT = 0.05;
    private static final double DECLINED = 0.01;
    private static final double MADE_UP_FOR = 0.5;
    private static final double BELOW_CUT_OFF = 0.04;
    private static final double SAFEGUARDING_CODE = 0.006;
    private static final String SAFEGUARDING_CONCERN = "836881000000105";
    private static final String[] AREAS = {"COMM", "GROSS", "FINE", "PROB", "PERS"};

    private enum Review {
        NEWBIRTH("REVIEW-NEWBIRTH", 12), WEEKS_6_TO_8("REVIEW-6-8WEEK", 49), MONTHS_12("REVIEW-12MONTH", 360), YEARS_2("REVIEW-2-2.5YEAR", 800);

        private final String code;
        private final int dueAtDays;

        Review(String code, int dueAtDays) {
            this.code = code;
            this.dueAtDays = dueAtDays;
        }
    }

    private final LocalDate today;
    private int nextMessage = 1;

    HealthContactMaker(LocalDate today) {
        this.today = today;
    }

    List<Contact> make(Household household, RandomGenerator random) {
        List<Contact> contacts = new ArrayList<>();
        for (int child = 0; child < household.children().size(); child++) {
            LocalDate born = household.child(child).born();
            if (born.isAfter(today.minusDays(OLDEST_CHILD_DAYS))) {
                for (Review review : Review.values()) {
                    addReview(contacts, child, review, born, random);
                }
            }
        }
        return contacts;
    }

    private void addReview(List<Contact> contacts, int child, Review review, LocalDate born, RandomGenerator random) {
        LocalDate due = born.plusDays(review.dueAtDays + random.nextInt(6));
        if (!due.isBefore(today)) {
            return;
        }
        String value = value(random);
        List<Observation> observations = new ArrayList<>();
        observations.add(new Observation(Kind.REVIEW, review.code, value, false, due));
        if (value.equals("DONE") && review == Review.YEARS_2) {
            addResults(observations, due, random);
        }
        if (random.nextDouble() < SAFEGUARDING_CODE) {
            observations.add(new Observation(Kind.CODE, SAFEGUARDING_CONCERN, "Y", false, due));
        }
        contacts.add(contact(child, due, observations));
        LocalDate later = due.plusDays(20 + random.nextInt(40));
        if (value.equals("NOT_BROUGHT") && random.nextDouble() < MADE_UP_FOR && later.isBefore(today)) {
            contacts.add(contact(child, later, List.of(new Observation(Kind.REVIEW, review.code, "DONE", false, later))));
        }
    }

    private static String value(RandomGenerator random) {
        double at = random.nextDouble();
        return at < NOT_BROUGHT ? "NOT_BROUGHT" : at < NOT_BROUGHT + DECLINED ? "DECLINED" : "DONE";
    }

    private static void addResults(List<Observation> observations, LocalDate on, RandomGenerator random) {
        for (String area : AREAS) {
            boolean below = random.nextDouble() < BELOW_CUT_OFF;
            int result = below ? 5 * random.nextInt(6) : 40 + 5 * random.nextInt(5);
            observations.add(new Observation(Kind.ASQ3, "ASQ3-" + area, Integer.toString(result), below, on));
        }
    }

    private Contact contact(int child, LocalDate on, List<Observation> observations) {
        return new Contact("HV%09d".formatted(nextMessage++), child, London.startOf(on).plus(Duration.ofHours(17)), List.copyOf(observations));
    }
}

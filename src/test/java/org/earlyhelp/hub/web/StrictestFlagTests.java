package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever any source asks about any member of a household in whatever order, the strictest of it holds on every door. */
class StrictestFlagTests extends FrontDoorTest {
    private static final String HOME = "3 Low Row";
    private static final String POSTCODE = "ZZ99 3AB";
    private static final String PHONE = "01632 960111";
    private static final List<Disclosure> MOSTLY_NORMAL = List.of(Disclosure.NORMAL, Disclosure.NORMAL, Disclosure.NORMAL, Disclosure.NORMAL, Disclosure.NORMAL,
            Disclosure.NORMAL, Disclosure.NORMAL, Disclosure.RESTRICTED, Disclosure.HIDDEN);
    private final List<Disclosure> stated = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void holdsOnEveryDoor(long seed) {
        Random random = new Random(seed);
        receive(missingAndBack("M1", "2026-11-01").about(zoe(random)).contact(Relationship.MOTHER, ida(random)));
        receive(school("S1").about(zoe(random)).parent(Relationship.PARENT, ida(random)));
        receive(abuse("D1", SATURDAY_NIGHT, TEXT_ONLY).about(zoe(random)).victim(ida(random)).alleged(karl()));

        List<String> left = everythingThatLeaves();

        boolean hidden = stated.stream().anyMatch(Disclosure::hides);
        assertThat(left).as("seed " + seed + ": " + stated).anyMatch(text -> text.contains("SCHOOL") || text.contains("DOMESTIC_ABUSE"));
        if (hidden) {
            assertThat(left).as("seed " + seed + ": " + stated).allSatisfy(text -> assertThat(text).doesNotContain(HOME, POSTCODE, PHONE, "960111", "\"locality\":\"riverside\"", "\"locality\":\"harbour\""));
        } else {
            assertThat(left).as("seed " + seed + ": " + stated).anyMatch(text -> text.contains(HOME) && text.contains(POSTCODE));
        }
    }

    private List<String> everythingThatLeaves() {
        String child = refOf("Quill", "Zoe");
        String family = familyOf("Quill", "Zoe");
        Stream<String> pages = Stream.of("/families/" + family, "/people/" + child, "/people/" + refOf("Quill", "Ida"), "/alerts/" + newestAlert(), "/inbox", "/monday")
                .map(path -> page("front-door", path));
        Stream<String> matching = Stream.of("/reviews/people/" + child, "/people/" + child).map(path -> page("steward", path));
        Stream<String> exports = Stream.of("links", "needs", "alerts").map(name -> as("steward").get("/api/" + name + ".csv", "steward", "s-pass").body());
        // Earlier messages went before whoever asks for silence had asked.
        Stream<String> messages = sql.sql("SELECT body FROM outbox WHERE queue LIKE 'frontdoor.%' ORDER BY ordinal DESC LIMIT 1").query(String.class).list().stream();
        Stream<String> log = Stream.of("SENT", "VIEWED", "EXPORTED", "NOT_SHARED", "REFUSED").flatMap(kind -> entries(kind).stream());
        return Stream.of(pages, matching, exports, messages, log).flatMap(one -> one).toList();
    }

    private PersonMaker zoe(Random random) {
        return named("Zoe Quill").born("2014-03-05").at(HOME, POSTCODE, drawn(random));
    }

    private PersonMaker ida(Random random) {
        return named("Ida Quill").born("1988-07-01").phone(PHONE).at(HOME, POSTCODE, drawn(random));
    }

    private Disclosure drawn(Random random) {
        stated.add(MOSTLY_NORMAL.get(random.nextInt(MOSTLY_NORMAL.size())));
        return stated.get(stated.size() - 1);
    }
}

package org.earlyhelp.hub.intake.canary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Notice;

/** The canary child, put into the place of whoever a notice is about. Stateless. */
final class CanaryChild {
    /** In the range that the NHS gives to nobody. */
    static final NhsNumber NUMBER = new NhsNumber("9999999999");
    private static final LocalDate BORN = LocalDate.of(2015, 2, 28);
    private static final String NAME = "Canary-of-the-hub";

    private CanaryChild() {
    }

    /** The same fact of these days, about nobody but made-up people, under a reference that no sender has. */
    static Notice instead(Notice notice, String upload, LocalDate today) {
        List<Mention> mentions = new ArrayList<>();
        for (Mention mention : notice.mentions()) {
            mentions.add(new Mention(mention.role(), mention.index(), mention.relationship(), person(mention)));
        }
        return new Notice("canary/" + upload, 1, false, CanaryFact.moved(notice.observedAt(), notice.fact(), today), mentions, CanaryFact.moved(notice.fact(), today), Map.of(), List.of());
    }

    private static MentionedPerson person(Mention mention) {
        MentionedPersonBuilder person = MentionedPerson.builder().surname(NAME).forenames(mention.role().name());
        return mention.role().isSubject() ? person.nhsNumber(NUMBER).dateOfBirth(BORN).build() : person.build();
    }
}

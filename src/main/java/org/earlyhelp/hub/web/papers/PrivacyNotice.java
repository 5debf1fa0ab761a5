package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Recipient;

/** What one agency tells the families whose data it shares (UK GDPR Articles 13 and 14), in words for them. */
final class PrivacyNotice {
    private PrivacyNotice() {
    }

    static Paper of(PaperSources from, Agreement agreement) {
        List<Paper.Part> parts = new ArrayList<>(List.of(
                Paper.Part.of("Who we are", agreement.name() + " shares some of what it knows with " + from.borough().name() + ", which runs the Early Help Hub and is answerable for it."),
                Paper.Part.of("Why we share", agreement.basis().purpose(), agreement.basis().necessity()),
                Paper.Part.of("What we share", from.classesOf(agreement).stream().map(kind -> "• " + ClassWords.of(kind)).toList()),
                Paper.Part.of("The law", "Our legal power: " + String.join("; ", agreement.basis().powers()) + ".",
                        "UK GDPR: " + agreement.basis().article6() + "; " + agreement.basis().article9() + ". We do not need your consent for this; you choose freely whether you take up help."),
                Paper.Part.of("Who sees it", seers(agreement)),
                Paper.Part.of("What the hub does with it", "It puts together what several services know about a child. Written rules tell staff which families to look at. No score is made of you and no computer decides anything about you: a person does."),
                Paper.Part.of("How long it is kept", Wording.retention(agreement)),
                Paper.Part.of("Your rights", "You may ask for a copy of your data, have mistakes put right, object, or ask for it to be erased or not to be used for a time. You may ask who has looked at your record. Sometimes we may not tell you everything, for instance where it would put somebody in danger.",
                        "Ask " + from.borough().officer() + ". If you are not content you may complain to us, and then to the Information Commissioner (ico.org.uk).")));
        parts.add(Paper.Part.of("If somebody is in danger", "The hub is not an emergency line: ring 999."));
        parts.add(Paper.Part.gap("Before it is used", "the agency's own contact, languages and an easy-read form, and where the notice is given."));
        return from.paper(PaperKind.NOTICE.title() + ": " + agreement.name(), parts);
    }

    private static List<String> seers(Agreement agreement) {
        return agreement.grants().stream().filter(grant -> grant.kind() == Recipient.Kind.ROLE || grant.kind() == Recipient.Kind.AGENCY)
                .map(grant -> "• " + Wording.recipient(grant) + ", for " + Wording.purposes(grant.purposes()) + ": " + ClassWords.list(grant.classes())).toList();
    }
}

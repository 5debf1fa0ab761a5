package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.need.FamilyStory.SafeContact;
import org.earlyhelp.hub.need.FamilyStory.Story;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.web.Shown;

/** How contact with whoever was harmed is safe, in sentences that name nobody. */
final class SafeContacts {
    private static final String ANSWER = "safeContact";
    private static final String HOW = "safeContactHow";

    private SafeContacts() {
    }

    static void ask(Story story, Shown shown) {
        story.contacts().forEach(contact -> {
            shown.add(contact.person(), ANSWER, DataClass.DOMESTIC_ABUSE, contact.agency());
            shown.add(contact.person(), HOW, DataClass.CONTACT, contact.agency());
        });
    }

    /** A sentence for each word of it, the latest first. */
    static List<String> sentences(Story story, Allowance allowance, UnaryOperator<String> named) {
        return story.contacts().stream().filter(contact -> allowance.allows(contact.person(), contact.agency(), ANSWER))
                .map(contact -> answer(contact, allowance) + " Told by " + named.apply(contact.agency()) + ", " + PlainTime.of(London.dateOf(contact.at())) + ".")
                .distinct().toList();
    }

    private static String answer(SafeContact contact, Allowance allowance) {
        return switch (contact.answer()) {
            case "YES" -> "Contact is safe: " + how(contact, allowance) + ".";
            case "NO" -> "Contact is not safe: make none.";
            default -> "Whether contact is safe is not known: ask the agency first.";
        };
    }

    private static String how(SafeContact contact, Allowance allowance) {
        if (!allowance.allows(contact.person(), contact.agency(), HOW)) {
            return "ask the agency how, because it is withheld here";
        }
        String how = contact.how() == null ? "how is not stated, ask the agency" : contact.how();
        return contact.when() == null ? how : how + ", " + contact.when();
    }
}

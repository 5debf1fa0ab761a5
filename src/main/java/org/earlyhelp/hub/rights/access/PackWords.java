package org.earlyhelp.hub.rights.access;

import java.util.List;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;

/** What every pack says, whatever is in it. */
final class PackWords {
    static final List<String> NOTES = List.of(
            "The law lets us, and sometimes makes us, leave some things out of an answer: what is about other people, what could harm somebody, and where people live. "
                    + "Every answer says this. It does not mean that anything was left out of this one.",
            "An answer to somebody who asks for another person never holds addresses, telephone numbers, schools or the names of agencies.",
            "The hub decides nothing by itself: a person at the council reads what agencies tell and decides.",
            "Data is kept as long as the agreement with the agency that sent it says, and then removed.",
            "You can say that something is wrong, object, ask us to use it only to keep a child safe, or ask us to remove it. You can complain to us, and to the Information Commissioner.");

    private PackWords() {
    }

    static String asked(Capacity capacity) {
        return switch (capacity) {
            case SELF -> "for yourself";
            case PARENT -> "for a child, as a parent";
            case REPRESENTATIVE -> "for somebody, as their representative";
        };
    }

    /** By kinds, the same for everybody: on which day somebody looked may tell what happened that day. */
    static Pack.Part recipients() {
        return new Pack.Part("Who may be given it", List.of(
                new Pack.Line("The council's front door for children", "so that a child gets help early and is safe", null, null),
                new Pack.Line("Council staff who check that records are about the right person, and that data is shared lawfully", "to keep the hub right", null, null),
                new Pack.Line("The agency that referred a family", "what was decided, nothing else", null, null)));
    }

    /** {@code schools}, {@code police}, {@code health} and so on; never a name. */
    static String kind(AgreementBook book, String agency) {
        return book.agreementOf(agency).map(Agreement::kind).map(kind -> kind.replace('-', ' ')).orElse("an agency");
    }
}

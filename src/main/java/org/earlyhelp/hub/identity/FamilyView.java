package org.earlyhelp.hub.identity;

import java.util.List;
import org.earlyhelp.hub.person.Relationship;

/**
 * A family as it is now.
 *
 * @param placeHidden one statement hides where this household lives
 * @param ties        all parents and carers of its children, and children of its adults, members or not
 */
public record FamilyView(long id, String ref, boolean placeHidden, List<PersonView> members, List<Tie> ties) {
    /** An adult is parent or carer of a child; {@code resident}: lives with the child now; both are P- references. */
    public record Tie(String child, String adult, Relationship relationship, boolean resident, boolean certain) {
    }

    public FamilyView {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
    }
}

package org.earlyhelp.hub.web.casework;

import java.util.List;
import org.earlyhelp.hub.page.TimelineChart;

/**
 * A family's page as far as it may be shown; everything is ready to be printed.
 *
 * @param restricted somebody's data is used only to keep a child safe
 * @param contacts how contact is safe, a sentence each; null where nothing tells of domestic abuse
 * @param more     how many older events are not shown
 */
record FamilySheet(String ref, String level, boolean placeHidden, boolean restricted, List<String> contacts, List<MemberLine> members, List<LinkedLine> linked, List<NeedLine> needs,
                   List<EventLine> events, int more, TimelineChart picture, List<GoodLine> good, List<WorkLine> work, List<AlertSheet.EarlierLine> alerts,
                   List<String> withheld, boolean mayAct) {
    record MemberLine(String ref, String name, String role, String born, String address, String phone) {
    }

    /** A parent or carer who lives elsewhere; {@code family} is the F- reference of that household or null. */
    record LinkedLine(String sentence, String family) {
    }

    record NeedLine(String title, String fact, String about, String firstOn, String lastOn, String agency) {
    }

    /** {@code tone} is {@code grave}, {@code good} or {@code plain}. */
    record EventLine(String on, String agency, String about, String what, String tone) {
    }

    record GoodLine(String what, String about, String on) {
    }

    record WorkLine(String service, String about, String since, String until, String worker, String contact, String agency) {
    }
}

package org.earlyhelp.hub.web.operation;

import java.util.List;
import org.earlyhelp.hub.intake.alarm.AlarmKind;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs an operator now, what did lately, and whether those outside were told. */
@Controller
class AlarmPages {
    private static final int OPEN_SHOWN = 200;
    private static final int OVER_SHOWN = 50;
    private final OperatorAlarms alarms;
    private final Teller teller;
    private final Canaries canaries;

    AlarmPages(OperatorAlarms alarms, Teller teller, Canaries canaries) {
        this.alarms = alarms;
        this.teller = teller;
        this.canaries = canaries;
    }

    /** An alarm in words; {@code link} is null where its place is no page. */
    record Line(String kind, String words, String since, String until, String link, String place) {
        static Line of(OperatorAlarm alarm) {
            boolean isPage = alarm.place() != null && alarm.place().matches("/[a-z]+([/?][A-Za-z0-9/?=&_.-]*)?");
            return new Line(AlarmKind.words(alarm.kind()), alarm.words(), PlainTime.of(alarm.raisedAt()), PlainTime.of(alarm.clearedAt()), isPage ? alarm.place() : null, alarm.place());
        }
    }

    /** How a way of telling stands, in words. */
    record Channel(String name, String waits, String last, String givenUp) {
        static Channel of(ChannelState state) {
            String waits = state.waiting() == 0 ? "nothing" : state.waiting() + (state.fault() == null ? "" : ": " + state.fault());
            return new Channel(state.name().replace('-', ' '), waits, PlainTime.of(state.lastDelivered()), state.givenUp() == 0 ? "none" : String.valueOf(state.givenUp()));
        }
    }

    @GetMapping("/alarms")
    String alarms(Model model) {
        List<OperatorAlarm> open = alarms.open();
        model.addAttribute("count", open.size());
        model.addAttribute("shown", OPEN_SHOWN);
        model.addAttribute("open", open.stream().limit(OPEN_SHOWN).map(Line::of).toList());
        model.addAttribute("over", alarms.over(OVER_SHOWN).stream().map(Line::of).toList());
        model.addAttribute("channels", teller.states().stream().map(Channel::of).toList());
        model.addAttribute("canaries", canaries.all().stream().map(CanaryLine::of).toList());
        return "web/alarms";
    }
}

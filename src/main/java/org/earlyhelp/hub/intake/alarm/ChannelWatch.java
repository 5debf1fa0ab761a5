package org.earlyhelp.hub.intake.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when a channel by which people outside are told takes nothing, and ends it when something was taken again: what
 * is given up proves nothing. The other channels tell of it; this one does once it lives. Another alarm is for a channel that takes
 * some and refuses others. Thread-safe.
 */
@Component
public class ChannelWatch extends TaskLifecycle {
    /** So long a telling may be refused; longer than any pause between two tries. */
    public static final Duration DEAD_AFTER = Duration.ofMinutes(15);
    static final String DEAD = "channel-dead";
    static final String REFUSED = "telling-refused";
    private static final int LOOK_SECONDS = 30;
    private final Teller teller;
    private final OperatorAlarms alarms;
    private final HubClock clock;
    private final RegularTask regularly = new RegularTask("watch over channels", LOOK_SECONDS, this::look);

    public ChannelWatch(Teller teller, OperatorAlarms alarms, HubClock clock) {
        this.teller = teller;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** One look at all channels. */
    public void look() {
        Map<String, ChannelState> states = teller.states().stream().collect(Collectors.toMap(ChannelState::name, Function.identity()));
        alarms.open(List.of(DEAD, REFUSED)).stream().filter(alarm -> isOver(alarm, states.get(channelOf(alarm)))).forEach(alarm -> alarms.clear(alarm.key()));
        states.values().forEach(this::judge);
    }

    private void judge(ChannelState state) {
        String channel = AlarmKind.words(state.name());
        if (isLongAgo(state.refusedSince())) {
            alarms.raise(key(DEAD, state.name()), DEAD, "Nobody has been told by " + channel + " since " + PlainTime.of(state.refusedSince())
                    + ": what is sent there is not taken. It is offered again for 24 hours.", "/alarms");
        }
        if (isLongAgo(state.passedOverSince())) {
            alarms.raise(key(REFUSED, state.name()), REFUSED, "Something that was to be told by " + channel + " is refused, although others were taken since " + PlainTime.of(state.passedOverSince())
                    + ". It is offered again until it is 24 hours old, then given up.", "/alarms");
        }
    }

    private boolean isLongAgo(Instant since) {
        return since != null && !clock.now().isBefore(since.plus(DEAD_AFTER));
    }

    /** {@code state} is null for a channel that the settings name no more. */
    private static boolean isOver(OperatorAlarm alarm, ChannelState state) {
        if (state == null || alarm.kind().equals(REFUSED)) {
            return state == null || state.passedOverSince() == null;
        }
        return state.lastDelivered() != null && state.lastDelivered().isAfter(alarm.raisedAt());
    }

    private static String key(String kind, String channel) {
        return kind + " " + channel;
    }

    private static String channelOf(OperatorAlarm alarm) {
        return alarm.key().substring(alarm.kind().length() + 1);
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}

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
 * is given up proves nothing. The other channels tell of it; this one does once it lives. Thread-safe.
 */
@Component
public class ChannelWatch extends TaskLifecycle {
    /** So long the oldest telling may be refused. */
    public static final Duration DEAD_AFTER = Duration.ofMinutes(15);
    static final String KIND = "channel-dead";
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
        Map<String, ChannelState> states = teller.states().stream().collect(Collectors.toMap(state -> key(state.name()), Function.identity()));
        alarms.open(List.of(KIND)).stream().filter(alarm -> isOver(alarm, states.get(alarm.key()))).forEach(alarm -> alarms.clear(alarm.key()));
        states.values().stream().filter(state -> isDead(state, clock.now())).forEach(state -> alarms.raise(key(state.name()), KIND,
                "Nobody has been told by " + AlarmKind.words(state.name()) + " since " + PlainTime.of(state.waitingSince()) + ": what is sent there is not taken. It is offered again for 24 hours.", "/alarms"));
    }

    private static boolean isDead(ChannelState state, Instant now) {
        return state.fault() != null && !now.isBefore(state.waitingSince().plus(DEAD_AFTER));
    }

    /** {@code state} is null for a channel that the settings name no more. */
    private static boolean isOver(OperatorAlarm alarm, ChannelState state) {
        return state == null || state.lastDelivered() != null && state.lastDelivered().isAfter(alarm.raisedAt());
    }

    private static String key(String channel) {
        return KIND + " " + channel;
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}

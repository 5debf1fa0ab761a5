package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.need.RuleRef;

/**
 * A line of {@code alerts.csv}: the latest version of one alert. Source: contract, section 6.
 *
 * @param family        F- reference
 * @param needs         codes of needs and harm tests, sorted
 * @param children      P- references, sorted
 * @param agencies      as they may be shown, sorted: a specialist by its kind where a place is hidden
 * @param sources       the same agencies by id, for the disclosure desk only
 * @param locality      {@code withheld} where a place is hidden
 * @param acknowledgeBy and {@code decideBy}: until when a person must act
 * @param outcome       null while there is none
 */
public record AlertRow(String alert, int version, AlertStatus status, int level, AlertQueue queue, RuleRef rule, String family, List<String> needs,
                       List<String> children, List<String> agencies, List<String> sources, String locality, boolean placeHidden,
                       Instant raisedAt, Instant acknowledgeBy, Instant decideBy, Outcome outcome) {
    public AlertRow {
        needs = List.copyOf(needs);
        children = List.copyOf(children);
        agencies = List.copyOf(agencies);
        sources = List.copyOf(sources);
    }

    /** How it stands to the clock that runs. */
    public DueState dueState(Instant now) {
        return DueState.of(status, clocks(), now);
    }

    /** Until when the next act is due: to acknowledge while nobody has, else to decide. */
    public Instant dueAt() {
        return DueState.dueAt(status, clocks());
    }

    private Alert.Clocks clocks() {
        return new Alert.Clocks(raisedAt, acknowledgeBy, decideBy);
    }
}

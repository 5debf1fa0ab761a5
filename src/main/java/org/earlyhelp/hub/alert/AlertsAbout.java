package org.earlyhelp.hub.alert;

import java.util.Collection;
import java.util.List;

/** Which alerts tell of some people, for whoever decides whether their data may go. References only. Thread-safe. */
public interface AlertsAbout {
    /** Alerts that tell of any of the people, now or in an earlier version, the oldest first. */
    List<Alert> alertsOf(Collection<String> refs);
}

package org.earlyhelp.hub.web.health;

import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down when the tamper-evident log is stopped, or its latest check found that somebody changed it. */
@Component("sharingLogHealthIndicator")
class SharingLogHealth extends AbstractHealthIndicator {
    private final ObjectProvider<LogWatch> watch;

    SharingLogHealth(ObjectProvider<LogWatch> watch) {
        super("the sharing log cannot be read");
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        LogWatch log = watch.getIfAvailable();
        if (log == null) {
            health.unknown();
            return;
        }
        LogState state = log.state();
        boolean changed = state.check() != null && !state.check().holds();
        (state.isStopped() || changed ? health.down() : health.up()).withDetail("standing", state.standing().name());
    }
}

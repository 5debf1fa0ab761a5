package org.earlyhelp.hub.web.health;

import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while the sharing log is stopped: the hub goes on with what cannot wait, and somebody must look. */
@Component("sharingLogHealthIndicator")
class LogHealth extends AbstractHealthIndicator {
    private final LogWatch log;

    LogHealth(LogWatch log) {
        super("the sharing log cannot be looked at");
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (log.isStopped()) {
            health.down();
        } else {
            health.up();
        }
    }
}

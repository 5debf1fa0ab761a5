package org.earlyhelp.hub.sharing;

import org.springframework.context.SmartLifecycle;

/** A part of the hub whose task begins with the application and ends with it. */
public abstract class TaskLifecycle implements SmartLifecycle {
    /** Always the same one. */
    protected abstract HubTask task();

    @Override
    public void start() {
        task().start();
    }

    @Override
    public void stop() {
        task().stop();
    }

    @Override
    public boolean isRunning() {
        return task().isRunning();
    }
}

package org.earlyhelp.hub.embedded;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the embedded SFTP server between the database and the web, unless an external one is set. */
@Component
class SftpLifecycle implements SmartLifecycle {
    /** The web server starts at {@code DEFAULT_PHASE - 2048}, Camel after it. */
    private static final int BEFORE_WEB = DEFAULT_PHASE - 4096;
    private final HubMachine machine;
    private final ObjectProvider<SftpPart> server;
    private boolean running;

    SftpLifecycle(HubMachine machine, ObjectProvider<SftpPart> server) {
        this.machine = machine;
        this.server = server;
    }

    @Override
    public void start() {
        if (machine.settings().sftp().isEmpty()) {
            server.ifAvailable(part -> part.start(machine.settings().bind(), machine.ports().sftp()));
            running = true;
        }
    }

    @Override
    public void stop() {
        server.ifAvailable(SftpPart::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB;
    }
}

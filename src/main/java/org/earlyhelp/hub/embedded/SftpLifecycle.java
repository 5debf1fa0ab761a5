package org.earlyhelp.hub.embedded;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the embedded SFTP server between the database and the web; with an external one it serves the lanes alone, to this machine alone. */
@Component
class SftpLifecycle implements SmartLifecycle {
    /** The web server starts at {@code DEFAULT_PHASE - 2048}, Camel after it. */
    private static final int BEFORE_WEB = DEFAULT_PHASE - 4096;
    private static final String LOOPBACK = "127.0.0.1";
    private final HubMachine machine;
    private final ObjectProvider<SftpPart> server;
    private boolean running;

    SftpLifecycle(HubMachine machine, ObjectProvider<SftpPart> server) {
        this.machine = machine;
        this.server = server;
    }

    @Override
    public void start() {
        String address = machine.settings().sftp().isPresent() ? LOOPBACK : machine.settings().bind();
        server.ifAvailable(part -> part.start(address, machine.ports().sftp()));
        running = true;
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

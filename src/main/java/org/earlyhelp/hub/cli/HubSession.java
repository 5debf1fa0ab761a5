package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.kernel.StartFailure;

/** A hub that lives as long as this process: it stops cleanly on Ctrl-C and on a SIGTERM, whatever it is doing then. */
final class HubSession implements AutoCloseable {
    private final PrintWriter out;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile RunningHub hub;

    private HubSession(PrintWriter out) {
        this.out = out;
    }

    /** Starts a hub on the settings of the environment. */
    static HubSession start(HubMode mode, Class<?> application, PrintWriter out) {
        StartSettings settings = SettingsReader.read(mode, System.getenv(), Checkout.folder());
        HubSession session = new HubSession(out);
        Runtime.getRuntime().addShutdownHook(session.hook);
        try {
            RunningHub.start(application, settings, session::say, begun -> session.hub = begun);
            return session;
        } catch (StartFailure e) {
            session.forgetHook();
            throw e;
        }
    }

    RunningHub hub() {
        return hub;
    }

    /** Waits until the process is told to end. */
    void waitForEnd() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        forgetHook();
        hub.close();
        stopped.countDown();
    }

    private void stop() {
        if (hub != null) {
            say("Stopping.");
            hub.close();
            stopped.countDown();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already ending, and the hook is what closes the hub.
            return;
        }
    }
}

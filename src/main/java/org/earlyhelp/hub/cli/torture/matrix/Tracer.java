package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets calls of running processes to the system fail, wait or kill, by {@code strace}, while something is done. */
final class Tracer {
    private static final Duration ATTACH_LIMIT = Duration.ofSeconds(30);
    private static final long END_LIMIT_SECONDS = 20;
    private final Process strace;

    private Tracer(Process strace) {
        this.strace = strace;
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws Exception;
    }

    /**
     * Attaches to the processes with all their threads, does the work, and lets go of them.
     *
     * @param calls  such as {@code fsync,fdatasync}
     * @param effect such as {@code error=EIO}, {@code signal=SIGKILL:when=1}, {@code delay_enter=20000}
     */
    static <T> T during(List<Long> pids, String calls, String effect, Work<T> work) throws Exception {
        Tracer tracer = attach(pids, calls, effect);
        try {
            return work.done();
        } finally {
            tracer.letGo();
        }
    }

    private static Tracer attach(List<Long> pids, String calls, String effect) throws IOException, NotHere {
        OsCall.need("strace", "-V");
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e", "inject=" + calls + ":" + effect));
        pids.forEach(pid -> words.addAll(List.of("-p", Long.toString(pid))));
        Process strace = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Tracer tracer = new Tracer(strace);
        try {
            for (long pid : pids) {
                Await.until("strace is attached", ATTACH_LIMIT, () -> ProcessHandle.of(pid).isEmpty() || isTraced(pid));
            }
        } catch (RuntimeException e) {
            tracer.letGo();
            throw new NotHere("this machine lets no process be traced");
        }
        return tracer;
    }

    private static boolean isTraced(long pid) throws IOException {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        try (var all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                if (Files.readString(thread.resolve("status")).contains("TracerPid:\t0\n")) {
                    return false;
                }
            }
        }
        return true;
    }

    private void letGo() {
        strace.destroy();
        try {
            if (!strace.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            strace.destroyForcibly();
        }
    }
}

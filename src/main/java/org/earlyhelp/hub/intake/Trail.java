package org.earlyhelp.hub.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.MDC;

/**
 * At whose hand something is done: the upload that it comes from, and the receipt of its delivery. While a thread works on a
 * step, every line of the log bears both, and so does every message that it writes. Nothing personal: two references.
 *
 * @param correlation ULID of the upload, the same from the first byte to the message on its queue
 * @param delivery    the receipt; null before there is one
 */
public record Trail(String correlation, String delivery) {
    /** Names of the fields in a line of the log and of the properties of a message. */
    public static final String CORRELATION = "hub_correlation";
    /** Holds the receipt; absent before there is one. */
    public static final String DELIVERY = "hub_delivery";
    private static final int WATCHED_AT_ONCE = 50;
    private static final Watcher NOBODY = (trail, step) -> failed -> { };
    private static final AtomicReference<Watcher> WATCHER = new AtomicReference<>(NOBODY);

    public Trail {
        Objects.requireNonNull(correlation);
    }

    /** The trail of a delivery that has its receipt. */
    public static Trail of(Delivery delivery) {
        return new Trail(delivery.upload(), delivery.receipt());
    }

    /** What the thread at hand works on; empty when no upload gave rise to it. */
    public static Optional<Trail> current() {
        return Optional.ofNullable(MDC.get(CORRELATION)).map(correlation -> new Trail(correlation, MDC.get(DELIVERY)));
    }

    /** Sees the steps of every trail of this process. */
    public interface Watcher {
        /** A step begins; what is returned is closed at its end, by the same thread. */
        End begin(Trail trail, String step);
    }

    /** What a watcher does when a step is over. */
    public interface End {
        /** {@code failed}: the step ended by an exception. */
        void close(boolean failed);
    }

    /** A piece of work. */
    public interface Work<E extends Exception> {
        /** Its exception goes on to whoever asked for the work. */
        void run() throws E;
    }

    /** From now on that watcher sees all steps, and no other. */
    public static void watch(Watcher watcher) {
        WATCHER.set(Objects.requireNonNull(watcher));
    }

    /** From now on nobody watches. */
    public static void watchNoMore() {
        WATCHER.set(NOBODY);
    }

    /** The properties by which a message tells of this trail. */
    public Map<String, String> properties() {
        return delivery == null ? Map.of(CORRELATION, correlation) : Map.of(CORRELATION, correlation, DELIVERY, delivery);
    }

    /** As told by such properties; empty when they tell of none. */
    public static Optional<Trail> in(Map<String, String> properties) {
        return Optional.ofNullable(properties.get(CORRELATION)).map(correlation -> new Trail(correlation, properties.get(DELIVERY)));
    }

    /** Does a step of the thread at hand. What the thread worked on before is taken up again at its end. */
    public <E extends Exception> void follow(String step, Work<E> work) throws E {
        mark(() -> watched(List.of(WATCHER.get().begin(this, step)), work));
    }

    /** The same; without a trail the work is done all the same. */
    public static <E extends Exception> void follow(Optional<Trail> trail, String step, Work<E> work) throws E {
        if (trail.isPresent()) {
            trail.get().follow(step, work);
        } else {
            work.run();
        }
    }

    /**
     * Does a step that works on several at once: no line of the log is of one alone then, unless there is but one. The first
     * {@value #WATCHED_AT_ONCE} are seen by the watcher.
     */
    public static <E extends Exception> void followAll(Collection<Trail> trails, String step, Work<E> work) throws E {
        List<Trail> distinct = trails.stream().distinct().limit(WATCHED_AT_ONCE).toList();
        if (distinct.size() == 1) {
            distinct.get(0).follow(step, work);
            return;
        }
        watched(distinct.stream().map(trail -> WATCHER.get().begin(trail, step)).toList(), work);
    }

    private static <E extends Exception> void watched(List<End> ends, Work<E> work) throws E {
        boolean failed = true;
        try {
            work.run();
            failed = false;
        } finally {
            for (int i = ends.size() - 1; i >= 0; i--) {
                ends.get(i).close(failed);
            }
        }
    }

    /** Marks what the thread writes meanwhile, without a step that a watcher sees. */
    public <E extends Exception> void mark(Work<E> work) throws E {
        Optional<Trail> before = current();
        enter(this);
        try {
            work.run();
        } finally {
            before.ifPresentOrElse(Trail::enter, Trail::leave);
        }
    }

    private static void enter(Trail trail) {
        MDC.put(CORRELATION, trail.correlation);
        if (trail.delivery == null) {
            MDC.remove(DELIVERY);
        } else {
            MDC.put(DELIVERY, trail.delivery);
        }
    }

    private static void leave() {
        MDC.remove(CORRELATION);
        MDC.remove(DELIVERY);
    }
}

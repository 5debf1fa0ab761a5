package org.earlyhelp.hub.cli.bench.morning;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.SftpDoor;

/** The schools' files, sent by several sessions of the one account that sends for all schools, each file no earlier than it is due. */
final class Uploads {
    private static final String SCHOOLS = "avonford-schools";
    static final String FEED = "school-attendance";
    private final ChildHub hub;
    private final Morning morning;
    private final LocalDate day;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());

    /** {@code day} is the day of the marks. */
    Uploads(ChildHub hub, Morning morning, LocalDate day) {
        this.hub = hub;
        this.morning = morning;
        this.day = day;
    }

    /** One for each session, to be run beside each other; each returns once nothing is left to send. */
    List<Callable<Void>> sessions(Clockwork begun) {
        return Collections.nCopies(Morning.SESSIONS, () -> send(begun));
    }

    /** How long each confirmed upload took. */
    List<Duration> times() {
        return List.copyOf(times);
    }

    private Void send(Clockwork begun) throws IOException {
        try (SftpDoor door = SftpDoor.open(hub, SCHOOLS)) {
            for (int school = next.getAndIncrement(); school < morning.files(); school = next.getAndIncrement()) {
                SchoolRegister register = morning.register(school);
                byte[] content = register.content(day);
                begun.await(morning.uploadDue(school));
                Duration start = begun.since();
                door.send(FEED, register.name(), content);
                times.add(begun.since().minus(start));
            }
        }
        return null;
    }
}

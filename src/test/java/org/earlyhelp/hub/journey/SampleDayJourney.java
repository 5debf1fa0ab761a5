package org.earlyhelp.hub.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A day on the sample files and what it left, held of every hub alike, whatever database, broker and SFTP server it stands on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SampleDayJourney {
    static final String EARLY_HELP = "frontdoor.early-help";
    static final String FIRST_CONTACT = "frontdoor.first-contact";
    static final Duration LIMIT = Duration.ofSeconds(90);
    /** What ends the day comes last: looks at what it left, the front door's decision, the second drop, whatever a day does to its servers. */
    static final int LOOK_BACK = Integer.MAX_VALUE - 3;
    static final int DECIDE = Integer.MAX_VALUE - 2;
    static final int DROP_AGAIN = Integer.MAX_VALUE - 1;
    static final int LAST = Integer.MAX_VALUE;
    @TempDir
    private static Path folder;
    private SampleDay day;
    private List<Message> messages;
    private ToldAlerts told;

    /** Plays the day in a folder of its own. */
    abstract SampleDay play(Path folder) throws IOException;

    SampleDay day() {
        return day;
    }

    /** All that the queues held at the end of the day. */
    List<Message> messages() {
        return messages;
    }

    ToldAlerts told() {
        return told;
    }

    /** A whole day in three processes: longer than a test's usual limit on a busy machine. */
    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void playTheDay() throws IOException {
        day = play(folder);
        messages = day.takeMessages(EARLY_HELP, FIRST_CONTACT, "hub.identity-changed");
        told = new ToldAlerts(messages, day.export("links"));
    }

    @AfterAll
    void stop() {
        if (day != null) {
            day.close();
        }
    }

    /** The newest message of the alert of that child's family. */
    Message newestAbout(String child) {
        return told.latest().stream().filter(message -> message.json().at("/data/children").valueStream()
                .anyMatch(one -> child.equals(told.trueName(one.at("/person").asString())))).findFirst().orElseThrow();
    }
}

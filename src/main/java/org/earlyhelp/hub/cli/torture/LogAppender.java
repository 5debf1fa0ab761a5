package org.earlyhelp.hub.cli.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.earlyhelp.hub.cli.bench.log.LogAlone;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that does nothing but act and log, until it is killed: each transaction holds a few rows of a table of its own,
 * the acts, and their entries. A line of output says that the first is kept.
 */
public final class LogAppender {
    /** The table of the acts, made by whoever starts this. */
    static final String ACTS = "torture_act";
    static final String BEGUN = "appending";
    private static final int MOST_ACTS = 200;

    private LogAppender() {
    }

    /** @param arguments URL, user and password of the database, folder for keys, seed */
    public static void main(String[] arguments) {
        QuietLog.begin();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[4]));
        try (LogAlone hub = new LogAlone(Path.of(arguments[3]), Path.of(System.getProperty("ehub.home", ".")), database)) {
            append(hub, 1 + random.nextInt(MOST_ACTS));
            System.out.println(BEGUN);
            while (!Thread.currentThread().isInterrupted()) {
                append(hub, 1 + random.nextInt(MOST_ACTS));
            }
        }
    }

    private static void append(LogAlone hub, int count) {
        List<Act> acts = IntStream.range(0, count).mapToObj(i -> new Act(ActKind.RECEIVED, "P-%06d".formatted(i), Recipient.role("hub", null), Purpose.EARLY_HELP,
                "avonford-schools", Set.of(), Set.of(), Map.of())).toList();
        hub.room(TransactionTemplate.class).executeWithoutResult(status -> {
            List<String> ids = hub.room(DisclosureDesk.class).note(acts);
            hub.room(JdbcTemplate.class).batchUpdate("INSERT INTO " + ACTS + " (entry) VALUES (?)", ids.stream().map(id -> new Object[] {id}).toList());
        });
    }
}

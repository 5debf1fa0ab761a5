package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Life.OpenCase;
import org.earlyhelp.hub.person.Role;

/** The council's involvements, CSV. It holds no identifiers here, so a case is known by its reference and the names. */
final class OpenInvolvementsWriter implements FeedWriter {
    private static final Mentions.Feed FEED = new Mentions.Feed("avonford-council", "open-involvements");
    private static final String HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    private static final String WORKERS_PHONE = "01632 960400";
    private static final int MOST_ROWS = 5_000;

    private final RollingFile file;
    private final NoiseModel noise;
    private final Mentions mentions;

    OpenInvolvementsWriter(Path feeds, NoiseModel noise, Mentions mentions) {
        this.file = new RollingFile(feeds.resolve(FEED.agency()).resolve(FEED.name()), "involvements", "csv", HEADER, MOST_ROWS);
        this.noise = noise;
        this.mentions = mentions;
    }

    @Override
    public void write(Household household, Life life, RandomGenerator random) throws IOException {
        for (OpenCase open : life.cases()) {
            Person child = household.child(open.child());
            SentPerson sent = noise.sent(Sender.COUNCIL, child, household, random);
            file.append(CsvLine.of(open.ref(), sent.nhsNumber(), sent.upn(), sent.surname(), sent.forename(), printed(sent.born()), sent.home().postcode(),
                    open.service(), Integer.toString(open.level()), open.leadWorker(), WORKERS_PHONE, printed(open.opened()), printed(open.closed())));
            String ref = open.ref() + "#" + String.join("|", sent.surname(), sent.forename(), sent.born() == null ? "" : sent.born().toString());
            mentions.add(FEED, ref, 1, Role.CHILD, 0, child, household);
        }
    }

    private static String printed(LocalDate day) {
        return day == null ? null : day.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.generate.Life.Episode;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.Role;

/** The police's missing-child notices, JSON lines: version 1 INITIAL, version 2 RETURNED. */
final class MissingChildrenWriter implements FeedWriter {
    private static final Mentions.Feed FEED = new Mentions.Feed("avonford-police", "missing-children");
    private static final int MOST_NOTICES = 5_000;

    private final RollingFile file;
    private final NoiseModel noise;
    private final Mentions mentions;

    MissingChildrenWriter(Path feeds, NoiseModel noise, Mentions mentions) {
        this.file = new RollingFile(feeds.resolve(FEED.agency()).resolve(FEED.name()), "notices", "json", "", MOST_NOTICES);
        this.noise = noise;
        this.mentions = mentions;
    }

    @Override
    public void write(Household household, Life life, RandomGenerator random) throws IOException {
        for (Episode episode : life.episodes()) {
            writeVersion(household, episode, 1, Kind.INITIAL, random);
            if (episode.returnedAt() != null) {
                writeVersion(household, episode, 2, Kind.RETURNED, random);
            }
        }
    }

    private void writeVersion(Household household, Episode episode, int version, Kind kind, RandomGenerator random) throws IOException {
        Person child = household.child(episode.child());
        Household.Carer carer = household.mainCarer();
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("noticeRef", episode.ref());
        notice.put("version", version);
        notice.put("kind", kind.name());
        notice.put("force", "AVON");
        notice.put("reportedAt", episode.reportedAt().toString());
        notice.put("missingFrom", "HOME");
        notice.put("riskGrade", episode.grade().name());
        notice.put("riskFlags", episode.flags().stream().map(Enum::name).sorted().toList());
        if (kind == Kind.RETURNED) {
            notice.put("returnedAt", episode.returnedAt().toString());
            notice.put("harmSuffered", episode.harmed());
        }
        notice.put("child", JsonPeople.person(noise.sent(Sender.POLICE, child, household, random)));
        List<Household.Carer> named = Stream.concat(Stream.of(carer), household.carersApart().stream()).toList();
        notice.put("contacts", named.stream().map(it -> contact(it, household, random)).toList());
        file.append(JsonPeople.line(notice));
        mentions.add(FEED, episode.ref(), version, Role.CHILD, 0, child, household);
        for (int i = 0; i < named.size(); i++) {
            mentions.add(FEED, episode.ref(), version, Role.CONTACT, i, named.get(i).person(), household);
        }
    }

    private Map<String, Object> contact(Household.Carer carer, Household household, RandomGenerator random) {
        Map<String, Object> contact = JsonPeople.person(noise.sent(Sender.POLICE, carer.person(), household, random));
        contact.put("relationship", carer.relationship());
        return contact;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

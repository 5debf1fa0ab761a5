package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Life.Incident;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Exposure;
import org.earlyhelp.hub.person.Role;

/** Domestic-abuse referrals of the police and of the service, JSON lines; each agency has its own files. */
final class DomesticAbuseWriter implements FeedWriter {
    private static final Mentions.Feed POLICE = new Mentions.Feed("avonford-police", "domestic-abuse");
    private static final Mentions.Feed SERVICE = new Mentions.Feed("safe-haven", "domestic-abuse");
    private static final int MOST_REFERRALS = 5_000;

    private final RollingFile policeFile;
    private final RollingFile serviceFile;
    private final NoiseModel noise;
    private final Mentions mentions;

    DomesticAbuseWriter(Path feeds, NoiseModel noise, Mentions mentions) {
        this.policeFile = file(feeds, POLICE);
        this.serviceFile = file(feeds, SERVICE);
        this.noise = noise;
        this.mentions = mentions;
    }

    @Override
    public void write(Household household, Life life, RandomGenerator random) throws IOException {
        for (Incident incident : life.incidents()) {
            write(household, incident, random);
        }
    }

    private void write(Household household, Incident incident, RandomGenerator random) throws IOException {
        Mentions.Feed feed = incident.byPolice() ? POLICE : SERVICE;
        Sender sender = incident.byPolice() ? Sender.POLICE_ABUSE : Sender.ABUSE_SERVICE;
        Person victim = household.mainCarer().person();
        Map<String, Object> referral = new LinkedHashMap<>();
        referral.put("referralRef", incident.ref());
        referral.put("version", 1);
        referral.put("source", incident.byPolice() ? "POLICE" : "SERVICE");
        referral.put("occurredAt", incident.occurredAt().toString());
        referral.put("tool", Map.of("name", "DASH", "grade", incident.grade().name(), "ticks", incident.ticks()));
        referral.put("maracReferred", incident.marac());
        Map<String, Object> harmed = JsonPeople.person(noise.sent(sender, victim, household, random));
        if (sender == Sender.ABUSE_SERVICE && noise.happens(NoiseModel.ADDRESS_HIDDEN, random)) {
            JsonPeople.hideAddress(harmed);
        }
        referral.put("victim", harmed);
        referral.put("allegedPerpetrator", perpetrator(sender, household, incident, random));
        referral.put("children", children(sender, household, incident, random));
        (incident.byPolice() ? policeFile : serviceFile).append(JsonPeople.line(referral));
        mentions.add(feed, incident.ref(), 1, Role.ALLEGED_PERPETRATOR, 0, incident.perpetrator(), household);
        mentions.add(feed, incident.ref(), 1, Role.VICTIM, 0, victim, household);
        List<Person> named = named(household, incident);
        for (int i = 0; i < named.size(); i++) {
            mentions.add(feed, incident.ref(), 1, Role.CHILD, i, named.get(i), household);
        }
    }

    /** Someone outside the household is known by name and date of birth alone: no address is put in their name. */
    private Map<String, Object> perpetrator(Sender sender, Household household, Incident incident, RandomGenerator random) {
        Map<String, Object> person = JsonPeople.person(noise.sent(sender, incident.perpetrator(), household, random));
        boolean member = household.isMember(incident.perpetrator());
        if (!member) {
            person.remove("address");
        }
        person.put("relationshipToVictim", member ? "partner" : "ex-partner");
        return person;
    }

    private List<Map<String, Object>> children(Sender sender, Household household, Incident incident, RandomGenerator random) {
        List<Map<String, Object>> children = new ArrayList<>();
        for (Person child : named(household, incident)) {
            Map<String, Object> json = JsonPeople.person(noise.sent(sender, child, household, random));
            json.put("exposure", Exposure.values()[random.nextInt(Exposure.values().length)].name());
            children.add(json);
        }
        return children;
    }

    /** The children who were born by then, where the referral names any. */
    private static List<Person> named(Household household, Incident incident) {
        LocalDate day = London.dateOf(incident.occurredAt());
        return incident.namesChildren()
                ? household.children().stream().map(Household.Pupil::person).filter(child -> !child.born().isAfter(day)).toList()
                : List.of();
    }

    private static RollingFile file(Path feeds, Mentions.Feed feed) {
        return new RollingFile(feeds.resolve(feed.agency()).resolve(feed.name()), "referrals", "json", "", MOST_REFERRALS);
    }

    @Override
    public void close() throws IOException {
        policeFile.close();
        serviceFile.close();
    }
}

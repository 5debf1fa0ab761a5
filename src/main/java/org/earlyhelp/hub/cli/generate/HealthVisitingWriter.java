package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.generate.Life.Contact;
import org.earlyhelp.hub.cli.generate.Life.Observation;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.HealthFindings.Kind;
import org.earlyhelp.hub.person.Role;

/** The health visitors' messages, HL7 v2.4 {@code ADT^A31}, one after another; segments end in CR. */
final class HealthVisitingWriter implements FeedWriter {
    private static final Mentions.Feed FEED = new Mentions.Feed("avonford-health", "health-visiting");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int MOST_MESSAGES = 5_000;

    private final RollingFile file;
    private final NoiseModel noise;
    private final Mentions mentions;

    HealthVisitingWriter(Path feeds, NoiseModel noise, Mentions mentions) {
        this.file = new RollingFile(feeds.resolve(FEED.agency()).resolve(FEED.name()), "messages", "hl7", "", MOST_MESSAGES);
        this.noise = noise;
        this.mentions = mentions;
    }

    @Override
    public void write(Household household, Life life, RandomGenerator random) throws IOException {
        for (Contact contact : life.contacts()) {
            write(household, contact, random);
        }
    }

    private void write(Household household, Contact contact, RandomGenerator random) throws IOException {
        Person child = household.child(contact.child());
        StringBuilder message = new StringBuilder(header(contact));
        SentPerson sent = noise.sent(Sender.HEALTH, child, household, random);
        message.append(pid(child, contact.isNewBirth() ? noise.newborn(sent, random) : sent));
        mentions.add(FEED, contact.ref(), 1, Role.CHILD, 0, child, household);
        List<Household.Carer> carers = Stream.concat(household.carers().stream(), household.carersApart().stream()).toList();
        for (int i = 0; i < carers.size(); i++) {
            message.append(nextOfKin(i + 1, carers.get(i), noise.sent(Sender.HEALTH, carers.get(i).person(), household, random)));
            mentions.add(FEED, contact.ref(), 1, Role.PARENT, i, carers.get(i).person(), household);
        }
        message.append("PV1|1|N\r");
        for (int i = 0; i < contact.observations().size(); i++) {
            message.append(observation(i + 1, contact.observations().get(i)));
        }
        file.append(message);
    }

    private static String header(Contact contact) {
        String stamp = stamp(contact.sentAt());
        return "MSH|^~\\&|CHILDHEALTH|RZZ|EHHUB|999|%s||ADT^A31^ADT_A05|%s|P|2.4|||AL|NE|GBR\rEVN|A31|%s\r".formatted(stamp, contact.ref(), stamp);
    }

    private static String pid(Person who, SentPerson child) {
        String identifier = child.nhsNumber() == null ? "" : child.nhsNumber() + "^^^NHS^NH";
        String twin = !child.twinSaid() ? "|" : !who.isTwin() ? "N|" : child.birthOrder() > 0 ? "Y|" + child.birthOrder() : "Y|";
        return "PID|1||%s||%s||%s|%s|||%s|||||||||||||%s||||||N|NSTS01\r"
                .formatted(identifier, name(child), day(child.born()), child.sex(), address(child), twin);
    }

    private static String nextOfKin(int number, Household.Carer carer, SentPerson sent) {
        String relationship = carer.relationship().equals("MOTHER") ? "MTH^Mother^LOCAL" : "FTH^Father^LOCAL";
        return "NK1|%d|%s|%s|%s|%s^PRN^CP|||||||||||%s\r"
                .formatted(number, name(sent), relationship, address(sent), sent.phone().replace(" ", ""), day(sent.born()));
    }

    private static String observation(int number, Observation seen) {
        String value = seen.kind() == Kind.REVIEW ? "CE|%s^Review^LOCAL||%s^%s^LOCAL|||".formatted(seen.code(), seen.value(), seen.value())
                : seen.kind() == Kind.ASQ3 ? "NM|%s^ASQ-3^LOCAL||%s|{score}|30-60|%s".formatted(seen.code(), seen.value(), seen.belowCutOff() ? "L" : "")
                : "CE|%s^Safeguarding^SCT||%s^%s^LOCAL|||".formatted(seen.code(), seen.value(), seen.value());
        return "OBX|%d|%s|||F|||%s\r".formatted(number, value, DAY.format(seen.on()));
    }

    private static String name(SentPerson sent) {
        return (sent.surname() + "^" + sent.forename()).toUpperCase(Locale.ROOT);
    }

    private static String address(SentPerson sent) {
        return "%s^^%s^^%s^GBR^H".formatted(sent.home().line1(), sent.home().town(), sent.home().postcode() == null ? "" : sent.home().postcode());
    }

    private static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String stamp(Instant at) {
        return STAMP.format(London.timeOf(at));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

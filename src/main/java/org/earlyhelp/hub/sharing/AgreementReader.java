package org.earlyhelp.hub.sharing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.kernel.Parsed;
import tools.jackson.databind.JsonNode;

/** Turns a file that passed its schema into an agreement, or into everything that is wrong with it. Used once per file. */
final class AgreementReader {
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 1);

    /** An agency's page is /agreements/ and its id: these are taken. */
    private static final Set<String> PAGES = Set.of("proposal", "versions", "simulator", "difference");

    private final DeclaredFile file;
    private final JsonNode root;
    private final List<ConfigFault> faults = new ArrayList<>();

    private AgreementReader(DeclaredFile file) {
        this.file = file;
        this.root = file.root();
    }

    /** An agency's agreement. */
    static Checked<Agreement> agreement(DeclaredFile file) {
        return new AgreementReader(file).agreement();
    }

    /** The borough's own file. */
    static Checked<Borough> borough(DeclaredFile file) {
        return new AgreementReader(file).borough();
    }

    private Checked<Agreement> agreement() {
        LocalDate start = date("/start");
        LocalDate review = date("/review");
        LocalDate end = date("/end");
        checkOrder(start, review, end);
        checkFileName();
        Set<String> taken = new HashSet<>();
        Agreement agreement = new Agreement(text("/id"), root.path("version").asInt(), text("/agency"), text("/name"), text("/kind"),
                root.path("specialist").asBoolean(false), accounts(taken), feeds(), basis(), grants(), start, review, end, retention(), door(taken));
        return faults.isEmpty() ? Checked.valid(agreement) : Checked.faulty(faults);
    }

    private Checked<Borough> borough() {
        Agreement terms = new Agreement(text("/id"), root.path("version").asInt(), Borough.AGENCY, text("/name"), "council", false,
                List.of(), new TreeMap<>(), basis(), grants(), LocalDate.EPOCH, NO_END, NO_END, Map.of());
        return faults.isEmpty() ? Checked.valid(new Borough(text("/borough"), text("/name"), text("/officer"), terms)) : Checked.faulty(faults);
    }

    private void checkOrder(LocalDate start, LocalDate review, LocalDate end) {
        if (end.isBefore(start)) {
            fault("/end", "ends before it starts");
        } else if (review.isBefore(start) || review.isAfter(end)) {
            fault("/review", "the review must lie between start and end");
        }
    }

    private void checkFileName() {
        String expected = text("/agency") + ".yaml";
        if (!file.path().getFileName().toString().equals(expected)) {
            fault("/agency", "the file of this agency must be called " + expected);
        }
        if (text("/agency").equals(Borough.AGENCY)) {
            fault("/agency", "\"" + Borough.AGENCY + "\" stands for the hub itself");
        }
        if (PAGES.contains(text("/agency"))) {
            fault("/agency", "\"" + text("/agency") + "\" is the name of a page of the hub");
        }
    }

    /** {@code keys} are the agency's own; {@code accounts} are whoever else sends for it. No key may open for two. */
    private List<Agreement.Account> accounts(Set<String> taken) {
        List<Agreement.Account> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!root.path("keys").isEmpty()) {
            accounts.add(new Agreement.Account(text("/name"), keys("/keys", taken), null));
        }
        for (int i = 0; i < root.path("accounts").size(); i++) {
            String at = "/accounts/" + i;
            if (!names.add(text(at + "/name"))) {
                fault(at, "the account " + text(at + "/name") + " stands twice");
            }
            LocalDate until = root.at(at).has("until") ? date(at + "/until") : null;
            accounts.add(new Agreement.Account(text(at + "/name"), keys(at + "/keys", taken), until));
        }
        return accounts;
    }

    private DoorTerms door(Set<String> taken) {
        SortedMap<String, DoorTerms.Sender> senders = new TreeMap<>();
        Set<String> urns = new HashSet<>();
        root.path("senders").properties().forEach(entry -> {
            DoorTerms.Sender sender = sender(entry.getKey(), "/senders/" + entry.getKey(), taken);
            if (sender.urn() != null && !urns.add(sender.urn())) {
                fault("/senders/" + entry.getKey() + "/urn", "two senders are held to this school; each school has one");
            }
            senders.put(entry.getKey(), sender);
        });
        JsonNode quota = root.path("quota");
        return new DoorTerms(addresses("/addresses"), new DoorTerms.Quota(quota.path("files").asInt(DoorTerms.Quota.USUAL.files()),
                quota.path("megabytes").asLong(DoorTerms.Quota.USUAL.megabytes())), senders);
    }

    private DoorTerms.Sender sender(String id, String at, Set<String> taken) {
        return new DoorTerms.Sender(id, text(at + "/name"), root.at(at).has("urn") ? text(at + "/urn") : null, keys(at + "/keys", taken),
                addresses(at + "/addresses"), root.at(at).has("until") ? date(at + "/until") : null);
    }

    private List<AddressRange> addresses(String pointer) {
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < root.at(pointer).size(); i++) {
            Parsed<AddressRange> range = AddressRange.parse(root.at(pointer).path(i).asString());
            range.asOptional().ifPresent(ranges::add);
            if (range instanceof Parsed.Bad<AddressRange> bad) {
                fault(pointer + "/" + i, bad.reason());
            }
        }
        return ranges;
    }

    private List<String> keys(String pointer, Set<String> taken) {
        List<String> keys = new ArrayList<>();
        root.at(pointer).forEach(key -> {
            if (!taken.add(String.join(" ", List.of(key.asString().split(" ")).subList(0, 2)))) {
                fault(pointer + "/" + keys.size(), "the same key stands twice; each sender has keys of their own");
            }
            keys.add(key.asString());
        });
        return keys;
    }

    private SortedMap<String, Agreement.Feed> feeds() {
        SortedMap<String, Agreement.Feed> feeds = new TreeMap<>();
        root.path("feeds").properties().forEach(entry -> {
            JsonNode feed = entry.getValue();
            boolean shadow = feed.path("live").asString().equals("shadow");
            LocalDate liveFrom = shadow ? null : date("/feeds/" + entry.getKey() + "/live");
            feeds.put(entry.getKey(), new Agreement.Feed(feed.path("mapping").asString(), liveFrom,
                    Agreement.Lane.valueOf(feed.path("lane").asString().toUpperCase(Locale.ROOT)), feed.path("paused").asBoolean(false),
                    form(entry.getKey()), feed.has("expected") ? expected("/feeds/" + entry.getKey() + "/expected") : null));
        });
        return feeds;
    }

    private FileForm form(String feed) {
        String pointer = "/feeds/" + feed + "/files";
        JsonNode files = root.at(pointer);
        List<String> signers = new ArrayList<>();
        files.path("signedBy").forEach(key -> {
            if (!SignerKeys.isKey(key.asString())) {
                fault(pointer + "/signedBy/" + signers.size(), "is no armoured PGP public key; write it as a block of text, from BEGIN to END");
            }
            signers.add(key.asString());
        });
        FileForm.Pgp pgp = files.has("pgp") ? FileForm.Pgp.valueOf(files.path("pgp").asString().toUpperCase(Locale.ROOT)) : FileForm.Pgp.NO;
        if (!signers.isEmpty() && pgp != FileForm.Pgp.REQUIRED) {
            fault(pointer + "/signedBy", "a signature is asked for, so pgp must be required: a plain file has none");
        }
        boolean checksum = files.path("checksum").asBoolean(false);
        if (checksum && Agreement.FEEDS_OF_HARM.contains(feed)) {
            fault(pointer + "/checksum", "news of a child in danger must not wait for a checksum; take it out for " + feed);
        }
        return new FileForm(files.path("zip").asBoolean(false), pgp, signers, checksum);
    }

    /** The schema has seen to the form, and to what each rhythm needs. */
    private Expectation expected(String pointer) {
        JsonNode expected = root.at(pointer);
        Expectation.Rhythm rhythm = Expectation.Rhythm.named(expected.path("rhythm").asString());
        LocalTime by = expected.has("by") ? LocalTime.parse(expected.path("by").asString()) : null;
        if (rhythm == Expectation.Rhythm.NIGHTLY && !by.isBefore(LocalTime.NOON)) {
            fault(pointer + "/by", "a nightly file is expected before noon");
        }
        DayOfWeek on = expected.has("on") ? DayOfWeek.valueOf(expected.path("on").asString()) : null;
        Duration grace = expected.has("grace") ? Duration.parse(expected.path("grace").asString()) : Expectation.DEFAULT_GRACE;
        Period silentAfter = expected.has("silentAfter") ? Period.parse(expected.path("silentAfter").asString()) : null;
        return new Expectation(rhythm, by, on, grace, silentAfter, expected.path("shrunken").asDouble(Expectation.DEFAULT_SHRUNKEN), expected.path("swollen").asDouble(Expectation.DEFAULT_SWOLLEN));
    }

    private Agreement.Basis basis() {
        JsonNode basis = root.path("basis");
        List<String> powers = new ArrayList<>();
        basis.path("powers").forEach(power -> powers.add(power.asString()));
        return new Agreement.Basis(text("/basis/purpose"), text("/basis/necessity"), powers, text("/basis/article6"), text("/basis/article9"),
                text("/basis/schedule1"), basis.has("article10") ? text("/basis/article10") : null);
    }

    private List<Agreement.Grant> grants() {
        List<Agreement.Grant> grants = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < root.path("recipients").size(); i++) {
            Agreement.Grant grant = grant(root.path("recipients").path(i));
            if (!named.add(grant.kind() + " " + grant.to())) {
                fault("/recipients/" + i, grant.to() + " is named twice; say all it may see in one place");
            }
            checkClasses(grant, i);
            grants.add(grant);
        }
        return grants;
    }

    private static Agreement.Grant grant(JsonNode recipient) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        recipient.path("purposes").forEach(purpose -> purposes.add(Purpose.valueOf(purpose.asString())));
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        recipient.path("classes").forEach(name -> classes.add(DataClass.valueOf(name.asString())));
        for (Recipient.Kind kind : Recipient.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (recipient.has(name)) {
                return new Agreement.Grant(kind, recipient.path(name).asString(), purposes, classes);
            }
        }
        throw new IllegalStateException("the schema lets no recipient without a kind pass");
    }

    private void checkClasses(Agreement.Grant grant, int index) {
        if (grant.kind() == Recipient.Kind.ROLE) {
            return;
        }
        for (DataClass never : NeverLeaves.CLASSES) {
            if (grant.classes().contains(never)) {
                fault("/recipients/" + index + "/classes", never + " never leaves the hub's own pages; take it out for " + grant.to());
            }
        }
    }

    private Map<DataClass, Period> retention() {
        Map<DataClass, Period> periods = new EnumMap<>(DataClass.class);
        root.path("retention").properties().forEach(entry ->
                periods.put(DataClass.valueOf(entry.getKey()), Period.parse(entry.getValue().asString())));
        return periods;
    }

    private LocalDate date(String pointer) {
        try {
            return LocalDate.parse(text(pointer));
        } catch (DateTimeException e) {
            fault(pointer, "there is no such day");
            return LocalDate.EPOCH;
        }
    }

    private String text(String pointer) {
        return root.at(pointer).asString();
    }

    private void fault(String pointer, String reason) {
        faults.add(file.faultAt(pointer, reason));
    }
}

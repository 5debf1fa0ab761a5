package org.earlyhelp.hub.web.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.DeliveryFacts;

/** What happened to a file, and to a record. */
final class FileStory {
    static final int LISTED = 20;
    /** Whoever is accused stands beside the victim nowhere but behind the front door's own logged click. */
    static final String ALLEGED = Role.ALLEGED_PERPETRATOR.name();
    private final DeliveryFacts deliveries;
    private final AlertFacts alerts;

    FileStory(DeliveryFacts deliveries, AlertFacts alerts) {
        this.deliveries = deliveries;
        this.alerts = alerts;
    }

    /** By its receipt; also of a file that a restore left missing. */
    Optional<Story> ofReceipt(String receipt) {
        Optional<DeliveryFacts.Delivery> delivery = deliveries.byReceipt(receipt);
        return delivery.isPresent() ? delivery.map(found -> of(found, List.of())) : deliveries.missing(receipt).map(missing -> missing(receipt, missing));
    }

    /** The newest file of that name, older ones by receipt. The name itself is not told back. */
    Optional<Story> ofName(Subject.FileName file) {
        List<DeliveryFacts.Delivery> found = deliveries.byName(file.agency(), file.feed(), file.name(), LISTED);
        return found.stream().findFirst().map(newest -> of(newest, found.stream().skip(1).map(DeliveryFacts.Delivery::receipt).toList()));
    }

    private Story of(DeliveryFacts.Delivery file, List<String> older) {
        List<Story.Step> steps = new ArrayList<>();
        String feed = file.agency() + "/" + file.feed();
        steps.add(new Story.Step(file.receivedAt(), "Received from " + feed + (file.test() ? " as a test" : "") + ": " + number(file.bytes()) + " bytes" + (file.sha256().isEmpty() ? "" : ", SHA-256 " + file.sha256()) + "."));
        if (file.decidedAt() != null) {
            steps.add(new Story.Step(file.decidedAt(), "Decided: " + file.stage() + ", " + number(file.accepted()) + " accepted, " + number(file.unchanged()) + " unchanged, "
                    + number(file.rejected()) + " rejected, " + number(file.warnings()) + " warnings."));
        }
        DeliveryFacts.Mended mended = deliveries.mended(file.id());
        if (mended.taken() > 0) {
            steps.add(new Story.Step(mended.last(), counted(mended.taken(), "refused row was run again and taken", "refused rows were run again and taken, the last then") + "; the counts have them."));
        }
        Optional<DeliveryFacts.LostCopy> lost = deliveries.lostCopy(file.id());
        lost.ifPresent(copy -> steps.add(new Story.Step(copy.foundAt(), "The hub's own copy of it was found damaged for good.")));
        if (file.answeredAt() != null) {
            steps.add(new Story.Step(file.answeredAt(), "The receipt was written for the sender."));
        }
        List<String> reasons = new ArrayList<>(standing(file));
        lost.map(copy -> copy.cameAgain() == null ? "The same content has not come again." : "The same content came again as " + copy.cameAgain() + ".").ifPresent(reasons::add);
        reasons.addAll(effects(file));
        if (!older.isEmpty()) {
            reasons.add("Earlier files of the same name: " + String.join(", ", older) + ".");
        }
        return new Story(file.receipt(), steps, reasons, List.of());
    }

    private List<String> standing(DeliveryFacts.Delivery file) {
        List<String> reasons = new ArrayList<>();
        if (file.mapping() != null) {
            reasons.add("Read with the layout " + file.mapping() + " under the agreement " + file.agreement() + ".");
        }
        if (file.reason() != null) {
            reasons.add(file.reason());
        }
        if (file.duplicateOf() != null) {
            reasons.add("The same content was taken before, as " + file.duplicateOf() + ": nothing was changed.");
        }
        if (file.heldFor() != null) {
            reasons.add("It waits for " + (file.heldFor().equals("AGREEMENT") ? "an agreement or a layout of that feed" : "an operator") + ".");
        }
        if (file.stage().equals("RECEIVED")) {
            reasons.add("It is still being read; it was begun " + times(file.starts()) + ".");
        }
        deliveries.errors(file.id(), LISTED).forEach(fault -> reasons.add(fault.code() + (fault.field().isEmpty() ? "" : " in " + fault.field()) + " " + times(fault.count())
                + " (" + fault.severity() + (fault.line() > 0 ? ", first in line " + fault.line() : "") + mendedOf(fault) + ")."));
        long waiting = deliveries.mended(file.id()).open();
        if (waiting > 0) {
            reasons.add(counted(waiting, "refusal waits in quarantine.", "refusals wait in quarantine."));
        }
        return reasons;
    }

    private static String mendedOf(DeliveryFacts.Errors fault) {
        return fault.mended() == 0 ? "" : fault.mended() == fault.count() ? ", mended since" : ", " + number(fault.mended()) + " mended since";
    }

    private List<String> effects(DeliveryFacts.Delivery file) {
        List<String> reasons = new ArrayList<>();
        if (file.test()) {
            reasons.add("A test keeps nothing.");
            return reasons;
        }
        List<DeliveryFacts.Held> records = deliveries.records(file.id(), LISTED);
        long count = deliveries.countRecords(file.id());
        reasons.add(count == 0 ? "No record stands as this file gave it." : counted(count, "record stands as this file gave it: ", "records stand as this file gave them: ")
                + String.join(", ", records.stream().map(DeliveryFacts.Held::evidence).toList()) + (count > records.size() ? " and more." : "."));
        long waiting = deliveries.waiting(file.id());
        if (waiting > 0) {
            reasons.add(counted(waiting, "of them waits", "of them wait") + " until it is known whom it is about.");
        }
        List<String> resting = deliveries.alertsOfDelivery(file.id(), LISTED);
        if (count > 0) {
            reasons.add(resting.isEmpty() ? "No alert rests on them; ask about a record to be told why." : "Alerts that rest on them: " + String.join(", ", resting) + ".");
        }
        return reasons;
    }

    private static Story missing(String receipt, DeliveryFacts.Missing missing) {
        List<Story.Step> steps = new ArrayList<>(List.of(new Story.Step(missing.receivedAt(), "Received from " + missing.agency() + "/" + missing.feed() + ", before the hub was put back from a backup.")));
        if (missing.cameAt() != null) {
            steps.add(new Story.Step(missing.cameAt(), "The same content was there again."));
        }
        return new Story(receipt, steps, List.of(missing.cameAt() == null ? "The backup does not have it. The sender is asked for it in /out/resend.csv."
                : "It came after the backup, and was taken again."), List.of());
    }

    /** What became of one record; the people's own stories are told by others. */
    Optional<Story> ofRecord(Subject.Record asked) {
        return deliveries.record(asked.agency(), asked.feed(), asked.ref(), asked.version()).map(record -> {
            List<DeliveryFacts.Link> links = deliveries.links(record.id());
            List<DeliveryFacts.Link> shown = links.stream().filter(link -> link.person() != null && !link.role().equals(ALLEGED)).toList();
            List<Story.Step> steps = new ArrayList<>(List.of(new Story.Step(record.receivedAt(), "Taken from " + record.receipt() + ".")));
            shown.forEach(link -> steps.add(new Story.Step(link.at(), link.role() + " " + link.index() + " is " + link.person() + " (" + link.match() + ").")));
            return new Story(record.evidence(), steps, reasons(record, links), shown.stream().map(DeliveryFacts.Link::person).toList());
        });
    }

    private List<String> reasons(DeliveryFacts.Held record, List<DeliveryFacts.Link> links) {
        List<String> reasons = new ArrayList<>();
        if (!record.current()) {
            reasons.add("Version " + record.newest() + " of it stands; this one is kept and counts no more.");
        }
        long unknown = links.stream().filter(link -> link.person() == null).count();
        if (record.waits() || unknown > 0) {
            reasons.add("It waits until it is known whom it is about.");
        }
        if (links.stream().anyMatch(link -> link.role().equals(ALLEGED))) {
            reasons.add("It accuses somebody, who is not shown here.");
        }
        List<String> resting = alerts.restingOn(record.evidence(), LISTED);
        reasons.add(resting.isEmpty() ? "No alert rests on it." : "Alerts that rest on it: " + String.join(", ", resting) + ".");
        return reasons;
    }

    static String times(long count) {
        return count == 1 ? "once" : number(count) + " times";
    }

    /** The number with the word that goes with it. */
    static String counted(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}

package org.earlyhelp.hub.web;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.desk.Outbox;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ways out of the hub as its compiled classes have them: pages and interfaces, messages, files, and whatever writes by itself. */
final class Doors {
    private static final String ROOT = "org.earlyhelp.hub.";
    /** Start, settings and the verbs of an operator at the machine: none of them reads people to show them. */
    private static final List<String> NOT_LOOKED_AT = List.of(ROOT + "embedded", ROOT + "cli");
    private static final Pattern WRITES = Pattern.compile("java\\.nio\\.file\\.Files\\.(write|writeString|newOutputStream|newBufferedWriter|copy)|java\\.nio\\.channels\\.FileChannel\\.open"
            + "|java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile|PrintWriter)\\.<init>|jakarta\\.servlet\\..*\\.(getOutputStream|getWriter)|jakarta\\.jms\\..*\\.send"
            + "|org\\.springframework\\.jms\\..*\\.(send|convertAndSend)|org\\.apache\\.camel\\.(Fluent)?ProducerTemplate\\.(send|request|asyncSend).*|java\\.net\\.http\\.HttpClient\\.send.*"
            + "|java\\.net\\.(Socket|URL)\\.(<init>|openConnection)|org\\.apache\\.sshd\\.sftp\\.client\\..*\\.(write|put|open)|jakarta\\.mail\\..*|org\\.springframework\\.mail\\..*");
    private static final String ASKS = "asks the desk";
    private static final String INSIDE = "keeps it inside the hub's own folders, encrypted where it holds people";
    /** How each that writes by itself is kept from letting anything out that the desk did not. */
    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("alert.desk.AlertTelling", ASKS + "; the outbox takes only what the desk made"),
            Map.entry("alert.desk.RecallDesk", ASKS + "; the outbox takes only what the desk made"),
            Map.entry("alert.desk.IdentityNews", ASKS + "; the outbox takes only what the desk made"),
            Map.entry("alert.desk.SenderFaultDesk", ASKS + "; the message is about a delivery and names nobody"),
            Map.entry("alert.desk.CorrectionDesk", ASKS + "; what is put beside the outcomes is only what the desk made"),
            Map.entry("alert.desk.Retelling", ASKS + "; the outbox takes only what the desk made"),
            Map.entry("alert.route.BrokerCopies", "puts messages of others behind one another again as they were, while the erased are taken off"),
            Map.entry("rights.erase.ErasureLedger", "keyed hashes in the key folder, no reference and nobody's data"),
            Map.entry("alert.desk.OutcomeTelling", ASKS + "; outcomes and their recalls are kept only as the desk made them"),
            Map.entry("alert.route.OutboxSender", "sends what stands in the outbox, and canaries of nobody to the hub itself"),
            Map.entry("alert.route.OutcomeFileWriter", "writes what stands among the outcomes into the `/out/` of the account that referred, and nothing else"),
            Map.entry("alert.route.BrokerDeadLetters", "puts a message back on the queue that it was sent to, unopened"),
            Map.entry("alert.route.DecisionListener", "puts what the case system sent and nobody could handle aside, for the hub's own account"),
            Map.entry("intake.PublishedFile", "receipts, help and the month's mirror: file, line, field name, code and counts, of nobody (`ReceiptWriterTests`, `HiddenValuesTests`)"),
            Map.entry("intake.foreign.ForeignHome", "carries what lies in an agency's own folders to that agency's account"),
            Map.entry("intake.canary.CanaryDrop", "the sample of a layout into the hub's own lane, of a made-up child"),
            Map.entry("intake.foreign.Claims", INSIDE), Map.entry("intake.foreign.Durably", INSIDE), Map.entry("intake.foreign.ForeignInbox", INSIDE),
            Map.entry("intake.foreign.SentMarks", INSIDE), Map.entry("sharing.seal.KeyFile", "keeps keys beside the data folder, of nobody"), Map.entry("intake.raw.RawStore", INSIDE),
            Map.entry("intake.route.LeftOvers", "hands what was left over to the hub's own routes"), Map.entry("intake.sftp.AgencySftpServer", INSIDE),
            Map.entry("intake.sftp.UploadStore", INSIDE),
            Map.entry("intake.raw.SealedFile", INSIDE), Map.entry("intake.resend.ArrivalJournal", INSIDE), Map.entry("intake.resend.RawReturn", INSIDE),
            Map.entry("intake.resend.RestoreNote", INSIDE), Map.entry("intake.sftp.AgencyFileAccess", INSIDE),
            Map.entry("intake.resend.ResendSheet", "tells an agency which of its own files to send again: receipt, feed, size, SHA-256 and time, of nobody"),
            Map.entry("kernel.PrivateFiles", "writes for others, each of whom stands in this table"),
            Map.entry("sharing.LastWholeCheck", "a time, of nobody"),
            Map.entry("sharing.SideJournal", "keeps entries sealed in the key folder, as a second record beside the database"),
            Map.entry("sharing.publish.CheckpointFolder", "checkpoints of the log: size, root and signature, of nobody"),
            Map.entry("sharing.mail.Mailer", "checkpoints of the log, and words about feeds and parts of the hub, of nobody"),
            Map.entry("sharing.tell.WebhookChannel", "words about feeds and parts of the hub, of nobody"),
            Map.entry("sharing.witness.WitnessClient", "checkpoints and proofs of the log: hashes, of nobody"),
            Map.entry("web.governance.LogExport", "entries of the log, references only; the export is itself an entry"),
            Map.entry("web.export.Exports", ASKS + "; a refusal is words and the id of its entry"),
            Map.entry("web.security.RefusalHandler", "words and the id of the refusal's entry"),
            Map.entry("web.security.SignInServiceCheck", "asks whether the sign-in service is there, of nobody"),
            Map.entry("web.security.SignInThrottle", "words"));

    private final Map<String, String> pages = new TreeMap<>();
    private final Map<String, String> writers = new TreeMap<>();

    private Doors() {
    }

    static Doors in(JavaClasses classes) {
        Doors doors = new Doors();
        classes.stream().filter(one -> NOT_LOOKED_AT.stream().noneMatch(room -> one.getPackageName().startsWith(room))).forEach(doors::add);
        return doors;
    }

    /** Whatever writes and nobody has said how it is held. */
    List<String> unexplained() {
        return writers.keySet().stream().filter(name -> !HELD.containsKey(name)).toList();
    }

    /** As Markdown. */
    String table() {
        String ofPages = pages.entrySet().stream().map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |\n").collect(Collectors.joining());
        String ofWriters = writers.keySet().stream().map(name -> "| `" + name + "` | " + HELD.getOrDefault(name, "not said") + " |\n").collect(Collectors.joining());
        return "\n| Page or interface | Where | How it is held |\n|---|---|---|\n" + ofPages + "\n| What writes, sends or tells | How it is held |\n|---|---|\n" + ofWriters + "\n";
    }

    private void add(JavaClass one) {
        if (one.isMetaAnnotatedWith(Controller.class)) {
            TreeSet<String> paths = one.getMethods().stream().flatMap(Doors::paths).collect(Collectors.toCollection(TreeSet::new));
            boolean asks = one.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> dependency.getTargetClass().isAssignableTo(DisclosureDesk.class));
            // A bar in a path would end the cell of the table.
            pages.put(name(one), "`" + String.join("` `", paths).replace("|", "\\|") + "` | " + (asks ? ASKS : "nobody's data: reads no person"));
        }
        if (one.getAccessesFromSelf().stream().anyMatch(Doors::isWayOut)) {
            writers.put(name(one), "");
        }
    }

    private static boolean isWayOut(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return WRITES.matcher(owner.getName() + "." + access.getName()).matches() || owner.isEquivalentTo(Outbox.class) && access.getName().equals("put")
                || owner.isEquivalentTo(PrivateFiles.class)
                || owner.isEquivalentTo(OutcomeFileStore.class) && access.getName().equals("add");
    }

    private static Stream<String> paths(JavaMethod method) {
        return method.getAnnotations().stream().filter(annotation -> annotation.getRawType().isMetaAnnotatedWith(RequestMapping.class)
                || annotation.getRawType().isEquivalentTo(RequestMapping.class)).flatMap(Doors::paths);
    }

    private static Stream<String> paths(JavaAnnotation<?> annotation) {
        return Stream.of("value", "path").flatMap(name -> annotation.get(name).stream()).flatMap(value -> Arrays.stream((Object[]) value)).map(String::valueOf);
    }

    private static String name(JavaClass one) {
        return one.getName().substring(ROOT.length());
    }
}

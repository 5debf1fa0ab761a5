package org.earlyhelp.hub.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes an export as a stream. First everyone in it is asked for in one act, whose entries commit before the first
 * byte leaves; then the same state is read again and written, without whatever was not allowed.
 */
@RestController
class Exports {
    static final String CLOSED = "Exports are switched off here: they need a second person's approval, which this hub cannot record yet.\n";

    private final Map<String, Export> exports;
    private final DisclosureDesk desk;
    private final HubSettings settings;
    private final ProtectedPeople people;
    private final AgreementBook book;
    private final TransactionTemplate sameState;

    Exports(List<Export> exports, DisclosureDesk desk, HubSettings settings, ProtectedPeople people, AgreementBook book,
            PlatformTransactionManager transactions) {
        this.exports = exports.stream().collect(Collectors.toMap(Export::name, Function.identity()));
        this.desk = desk;
        this.settings = settings;
        this.people = people;
        this.book = book;
        this.sameState = new TransactionTemplate(transactions);
        sameState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        sameState.setReadOnly(true);
    }

    @GetMapping("/api/{name:links|needs|alerts}.csv")
    void export(@PathVariable String name, Authentication who, HttpServletResponse response) throws IOException {
        Recipient recipient = Recipient.export(name, Viewer.of(who).account());
        if (!settings.demo()) {
            refuse(response, CLOSED, desk.note(List.of(closed(recipient))).get(0));
            return;
        }
        Export export = exports.get(name);
        sameState.executeWithoutResult(status -> {
            Map<String, Protection> protections = people.all();
            Disclosure<Allowed> answer = desk.disclose(request(export, recipient, protections), allowance -> new Allowed(allowance, protections, book));
            write(export, answer, response);
        });
    }

    private static DisclosureRequest request(Export export, Recipient recipient, Map<String, Protection> protections) {
        Shown shown = new Shown(protections);
        export.collect(shown);
        return new DisclosureRequest(ActKind.EXPORTED, recipient, Purpose.GOVERNANCE, export.name() + ".csv", 0, null, shown.subjects(), Map.of());
    }

    private static void write(Export export, Disclosure<Allowed> answer, HttpServletResponse response) {
        try {
            if (answer instanceof Disclosed<Allowed> disclosed) {
                stream(export, disclosed.content(), response);
            } else if (answer instanceof Disclosure.Refused<Allowed> refused) {
                refuse(response, String.join("\n", refused.refusal().sentences()) + "\n", refused.entry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stream(Export export, Allowed allowed, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.name() + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(export.columns());
        export.rows(allowed, csv::writeRecord);
        csv.flush();
    }

    private static void refuse(HttpServletResponse response, String words, String entry) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((words + "Recorded as " + entry + ".\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Act closed(Recipient recipient) {
        return new Act(ActKind.REFUSED, null, recipient, Purpose.GOVERNANCE, null, Set.of(), Set.of(),
                Map.of("place", "/api", "why", "exports are switched off"));
    }
}

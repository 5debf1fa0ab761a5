package org.earlyhelp.hub.web.layout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.intake.layout.LayoutVersions;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * All layouts, what waits to come into force, and the two people who decide: an operator puts it forward, another operator or a
 * manager brings it into force. The sharing log names both.
 */
@Controller
class LayoutPages {
    private final MappingBook book;
    private final LayoutVersions versions;
    private final AgreementBook agreements;
    private final DisclosureDesk desk;
    private final TransactionTemplate transaction;

    LayoutPages(MappingBook book, LayoutVersions versions, AgreementBook agreements, DisclosureDesk desk, TransactionTemplate transaction) {
        this.book = book;
        this.versions = versions;
        this.agreements = agreements;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** A layout in force and the feeds that it reads. */
    record Line(String id, String ref, String title, String feeds) {
        static Line of(Mapping mapping, List<FeedTerms> feeds) {
            List<String> read = feeds.stream().filter(feed -> feed.mapping().equals(mapping.id())).map(feed -> feed.agency() + "/" + feed.feed()).toList();
            return new Line(mapping.id(), mapping.reference(), mapping.title(), read.isEmpty() ? "none" : String.join(", ", read));
        }
    }

    /** A proposal with what this viewer may do to it. */
    record Proposal(LayoutVersion version, String seen, List<String> difference, boolean mayPropose, boolean mayActivate) {
    }

    @GetMapping("/mappings")
    String layouts(Authentication who, Model model) {
        return show(Viewer.of(who), null, model);
    }

    @PostMapping("/mappings/proposal/{number:[0-9]{1,9}}/propose")
    String propose(@PathVariable int number, Authentication who, Model model) {
        return answered(versions.propose(number, Viewer.of(who).account()), Viewer.of(who), model);
    }

    @PostMapping("/mappings/proposal/{number:[0-9]{1,9}}/activate")
    String activate(@PathVariable int number, Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        Answer answer = transaction.execute(status -> activated(number, viewer));
        if (answer instanceof Answer.Done) {
            versions.refresh();
        }
        return answered(answer, viewer, model);
    }

    /** Any form there is or was, word for word. */
    @GetMapping("/mappings/versions/{number:[0-9]{1,9}}")
    String form(@PathVariable int number, Model model) {
        LayoutVersion version = versions.version(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("version", version);
        model.addAttribute("seen", PlainTime.of(version.seenAt()));
        model.addAttribute("inForce", version.activatedAt() == null ? null : PlainTime.of(version.activatedAt()));
        model.addAttribute("difference", versions.difference(number));
        model.addAttribute("text", versions.text(number).orElse(null));
        return "web/layout-form";
    }

    private Answer activated(int number, Viewer viewer) {
        Answer answer = versions.activate(number, viewer.account());
        if (answer instanceof Answer.Done) {
            LayoutVersion now = versions.version(number).orElseThrow();
            Map<String, String> detail = new TreeMap<>(Map.of("layout", now.removed() ? "none" : now.ref(), "number", String.valueOf(number), "sha256", now.sha256(),
                    "proposedBy", now.proposedBy(), "activatedBy", now.activatedBy(), "changes", String.valueOf(versions.difference(number).size())));
            desk.note(List.of(new Act(ActKind.CORRECTED, null, viewer.recipient(), Purpose.OPERATION, null, Set.of(), Set.of(), detail)));
        }
        return answer;
    }

    private String answered(Answer answer, Viewer viewer, Model model) {
        return answer instanceof Answer.Refused refused ? show(viewer, refused.why(), model) : "redirect:/mappings";
    }

    private String show(Viewer viewer, String refused, Model model) {
        model.addAttribute("refused", refused);
        model.addAttribute("mayTry", viewer.role() == StaffRole.OPERATOR);
        model.addAttribute("lines", book.all().stream().map(mapping -> Line.of(mapping, agreements.feeds())).toList());
        model.addAttribute("proposals", versions.proposals().stream().map(version -> proposal(version, viewer)).toList());
        model.addAttribute("faults", versions.faults());
        return "web/layouts";
    }

    private Proposal proposal(LayoutVersion version, Viewer viewer) {
        boolean proposed = version.proposedBy() != null;
        return new Proposal(version, PlainTime.of(version.seenAt()), versions.difference(version.number()), !proposed && viewer.role() == StaffRole.OPERATOR,
                proposed && !version.proposedBy().equals(viewer.account()));
    }
}

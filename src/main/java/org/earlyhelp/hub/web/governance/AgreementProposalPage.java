package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.earlyhelp.hub.sharing.AgreementVersions.Difference;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Changed agreements: what each would change, and the two people who bring it into force. An officer puts it forward; the
 * second person is another officer or a manager.
 */
@Controller
class AgreementProposalPage {
    private static final String HERE = "redirect:/agreements/proposal";
    private final AgreementVersions versions;
    private final AgreementBook book;

    AgreementProposalPage(AgreementVersions versions, AgreementBook book) {
        this.versions = versions;
        this.book = book;
    }

    /** A proposal with what this viewer may do to it. */
    record Line(AgreementForm form, Difference difference, boolean mayPropose, boolean mayActivate) {
    }

    @GetMapping("/agreements/proposal")
    String proposals(Authentication who, Model model) {
        return show(Viewer.of(who), model, null);
    }

    @PostMapping("/agreements/proposal/{number}/propose")
    String propose(@PathVariable int number, Authentication who, Model model) {
        return answered(versions.propose(number, Viewer.of(who).account()), Viewer.of(who), model);
    }

    @PostMapping("/agreements/proposal/{number}/activate")
    String activate(@PathVariable int number, Authentication who, Model model) {
        return answered(versions.activate(number, Viewer.of(who).account()), Viewer.of(who), model);
    }

    /** Any form there is or was, word for word. */
    @GetMapping("/agreements/versions/{number}")
    String form(@PathVariable int number, Model model) {
        Version version = versions.version(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("form", AgreementForm.of(version));
        model.addAttribute("difference", versions.difference(number).orElse(new Difference(List.of(), List.of())));
        model.addAttribute("text", versions.text(number).orElse(null));
        return "web/agreement-form";
    }

    private String answered(Answer answer, Viewer viewer, Model model) {
        return answer instanceof Answer.Refused refused ? show(viewer, model, refused.why()) : HERE;
    }

    private String show(Viewer viewer, Model model, String refused) {
        model.addAttribute("refused", refused);
        model.addAttribute("mayCompare", viewer.role() == StaffRole.IG);
        model.addAttribute("lines", versions.proposals().stream().map(version -> line(version, viewer)).toList());
        model.addAttribute("faults", book.faults());
        return "web/agreement-proposals";
    }

    private Line line(Version version, Viewer viewer) {
        boolean proposed = version.proposedBy() != null;
        return new Line(AgreementForm.of(version), versions.difference(version.number()).orElse(new Difference(List.of(), List.of())),
                !proposed && viewer.role() == StaffRole.IG, proposed && !version.proposedBy().equals(viewer.account()));
    }
}

package org.earlyhelp.hub.web.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.RuleVersions.Version;
import org.earlyhelp.hub.need.trial.ProposalTrial;
import org.earlyhelp.hub.need.trial.ProposalTrial.State;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a changed folder of rules would do to families, and the two people who bring it into force. */
@Controller
class ProposalPage {
    private static final String HERE = "redirect:/rules/proposal";
    /** So often a page that waits asks again, without script. */
    private static final int REFRESH_SECONDS = 5;

    private final RuleVersions versions;
    private final ProposalTrial trial;

    ProposalPage(RuleVersions versions, ProposalTrial trial) {
        this.versions = versions;
        this.trial = trial;
    }

    @GetMapping("/rules/proposal")
    String proposal(Authentication who, Model model, HttpServletResponse response) {
        if (show(Viewer.of(who), model, null) instanceof State.Working) {
            response.setHeader("Refresh", String.valueOf(REFRESH_SECONDS));
        }
        return "web/rules-proposal";
    }

    @PostMapping("/rules/proposal/again")
    String again() {
        trial.forget();
        return HERE;
    }

    @PostMapping("/rules/proposal/{number}/propose")
    String propose(@PathVariable int number, Authentication who, Model model) {
        return answered(versions.propose(number, Viewer.of(who).account()), Viewer.of(who), model);
    }

    /** Nobody activates what nobody can have looked at. */
    @PostMapping("/rules/proposal/{number}/activate")
    String activate(@PathVariable int number, Authentication who, Model model) {
        Optional<Version> waiting = versions.proposal().filter(version -> version.number() == number);
        boolean workedOut = waiting.isPresent() && state(waiting) instanceof State.Done;
        if (waiting.isPresent() && !workedOut) {
            return answered(new Answer.Refused("What it would change is still being worked out."), Viewer.of(who), model);
        }
        return answered(versions.activate(number, Viewer.of(who).account()), Viewer.of(who), model);
    }

    private String answered(Answer answer, Viewer viewer, Model model) {
        if (answer instanceof Answer.Refused refused) {
            show(viewer, model, refused.why());
            return "web/rules-proposal";
        }
        return HERE;
    }

    /** How far the work on the proposal is; null when nothing waits. */
    private State state(Optional<Version> waiting) {
        return waiting.flatMap(proposal -> versions.inForce().map(inForce -> trial.of(inForce, proposal))).orElse(null);
    }

    private State show(Viewer viewer, Model model, String refused) {
        Optional<Version> inForce = versions.inForce();
        Optional<Version> waiting = versions.proposal();
        State state = state(waiting);
        model.addAttribute("refused", refused);
        model.addAttribute("inForce", inForce.map(VersionLine::of).orElse(null));
        model.addAttribute("proposal", waiting.map(VersionLine::of).orElse(null));
        model.addAttribute("mayActivate", waiting.filter(proposal -> proposal.proposedBy() != null && !proposal.proposedBy().equals(viewer.account())).isPresent());
        model.addAttribute("faults", versions.faultsOfFolder());
        model.addAttribute("found", state instanceof State.Done done ? done.found() : null);
        model.addAttribute("working", state instanceof State.Working working ? working : null);
        model.addAttribute("changed", waiting.map(proposal -> proposal.rules().stream()
                .filter(rule -> inForce.isEmpty() || !inForce.get().rules().contains(rule)).toList()).orElse(null));
        return state;
    }

    @GetMapping("/rules/versions")
    String versions(Model model) {
        model.addAttribute("versions", versions.newest(VersionLine.LISTED_LIMIT).stream().map(VersionLine::of).toList());
        return "web/rules-versions";
    }

    @GetMapping("/rules/versions/{number}")
    String version(@PathVariable int number, Model model) {
        VersionLine version = versions.version(number).map(VersionLine::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("version", version);
        model.addAttribute("texts", versions.texts(number));
        return "web/rules-version";
    }
}

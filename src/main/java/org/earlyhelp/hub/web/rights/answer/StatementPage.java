package org.earlyhelp.hub.web.rights.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * One page for a family, to be printed: what the hub is, what kinds of data it holds, who is given it, and what rights they have. It
 * says the same to every family: whoever finds it on a kitchen table learns nothing about anybody.
 */
@Controller
class StatementPage {
    private final FamilyDirectory families;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    StatementPage(FamilyDirectory families, AgreementBook book, DisclosureDesk desk) {
        this.families = families;
        this.book = book;
        this.desk = desk;
    }

    @GetMapping("/families/{ref}/statement")
    String statement(@PathVariable String ref, Authentication who, Model model) {
        String family = families.byRef(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).ref();
        desk.note(List.of(new Act(ActKind.EXPORTED, null, Viewer.of(who).recipient(), Purpose.RIGHTS, null, Set.of(), Set.of(),
                Map.of("family", family, "what", "the plain statement, which holds nothing of theirs"))));
        model.addAttribute("ref", family);
        model.addAttribute("council", book.borough().name());
        model.addAttribute("contact", book.borough().officer());
        model.addAttribute("kinds", kinds());
        return "web/statement";
    }

    /** By kind of agency, in the words of everyday, what agencies of this borough may send. */
    private Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        book.agreements().stream().map(Agreement::kind).distinct().forEach(kind -> kinds.put(kind.replace('-', ' '), told(kind)));
        return kinds;
    }

    private static String told(String kind) {
        return switch (kind) {
            case "police" -> "children who were reported missing, and calls to a home where somebody may be harmed";
            case "schools" -> "whether a pupil was at school";
            case "health" -> "health visitors' reviews of young children";
            case "council" -> "which council service already works with a family";
            case "domestic-abuse-service" -> "that somebody at home may be harmed";
            default -> "that somebody may need help";
        };
    }
}

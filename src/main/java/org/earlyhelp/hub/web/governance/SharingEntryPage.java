package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.sharing.LogProofs;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One entry with all it says, the other entries of the same act, and its proof. */
@Controller
class SharingEntryPage {
    static final int SIBLINGS_SHOWN = 200;

    private final SharingLog log;
    private final LogSearch search;
    private final EntrySheets sheets;
    private final LogProofs proofs;
    private final LogWatch watch;

    SharingEntryPage(SharingLog log, LogSearch search, EntrySheets sheets, LogProofs proofs, LogWatch watch) {
        this.log = log;
        this.search = search;
        this.sheets = sheets;
        this.proofs = proofs;
        this.watch = watch;
    }

    @GetMapping("/sharing/{id:[0-9A-Z]{26}}")
    String entry(@PathVariable String id, Model model) {
        LoggedEntry entry = log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<EntryLine> siblings = search.ofAct(entry.act(), SIBLINGS_SHOWN + 1).stream().filter(one -> !one.id().equals(id)).map(EntryLine::of).toList();
        model.addAttribute("sheet", sheets.of(entry));
        model.addAttribute("person", entry.person());
        model.addAttribute("siblings", siblings.subList(0, Math.min(SIBLINGS_SHOWN, siblings.size())));
        model.addAttribute("more", siblings.size() > SIBLINGS_SHOWN);
        model.addAttribute("proof", proofs.of(id).map(ProofSheet::of).orElse(null));
        LogState state = watch.state();
        model.addAttribute("stopped", state.isStopped() ? state.words() : null);
        return "web/sharing-entry";
    }
}

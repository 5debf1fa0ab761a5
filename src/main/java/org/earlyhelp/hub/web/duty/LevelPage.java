package org.earlyhelp.hub.web.duty;

import org.earlyhelp.hub.alert.LevelOverrides;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A manager sets the level of a family, with a reason; it stands until new evidence comes. */
@Controller
class LevelPage {
    private static final int REASON_AT_MOST_CHARACTERS = 1_000;
    private final LevelOverrides levels;

    LevelPage(LevelOverrides levels) {
        this.levels = levels;
    }

    @PostMapping("/alerts/{ref}/level")
    String set(@PathVariable String ref, @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "0") int level,
               @RequestParam(defaultValue = "") String reason, Authentication who, Model model) {
        if (reason.length() > REASON_AT_MOST_CHARACTERS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (levels.set(ref, version, level, reason.strip(), Viewer.of(who).account()) instanceof LevelOverrides.Result.Refused refused) {
            return refused(ref, refused.reason(), model);
        }
        return "redirect:/alerts/" + ref + "?done=level";
    }

    private static String refused(String ref, LevelOverrides.Reason reason, Model model) {
        if (reason == LevelOverrides.Reason.UNKNOWN_ALERT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("found", switch (reason) {
            case NEW_EVIDENCE_SINCE -> "New evidence has come since you opened the page. Read it first.";
            case LEVEL_OUT_OF_RANGE -> "A level is 1 to 4.";
            default -> "A level is set with a reason only.";
        });
        model.addAttribute("back", "/alerts/" + ref);
        return "web/level-refused";
    }
}

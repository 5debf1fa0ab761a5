package org.earlyhelp.hub.web.simulation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.sharing.AgreementDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who would have seen what under another agreement: its text is pasted and compared over the last days. */
@Controller
class DifferencePage {
    /** The files of the sample borough have 2,000. */
    static final int TEXT_LIMIT_CHARACTERS = 100_000;
    private static final int DAYS_AT_FIRST = 30;

    private final DifferenceDesk desk;

    DifferencePage(DifferenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/agreements/difference")
    String ask(@RequestParam(defaultValue = "") String agency, Model model) {
        return page(desk.textOf(agency), String.valueOf(DAYS_AT_FIRST), Map.of(), List.of(), model);
    }

    @PostMapping("/agreements/difference")
    String compare(@RequestParam(defaultValue = "") String agreement, @RequestParam(defaultValue = "") String days, Model model, HttpServletResponse response) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (agreement.isBlank() || agreement.length() > TEXT_LIMIT_CHARACTERS) {
            faults.put("agreement", "Paste the text of one agreement, at most 100,000 characters");
        }
        if (!days.matches("[1-9][0-9]{0,2}") || Integer.parseInt(days) > DifferenceDesk.DAYS_LIMIT) {
            faults.put("days", "Enter a number of days from 1 to " + DifferenceDesk.DAYS_LIMIT);
        }
        Checked<AgreementDraft> draft = faults.isEmpty() ? desk.draft(agreement) : null;
        if (draft instanceof Checked.Valid<AgreementDraft> valid) {
            model.addAttribute("compared", desk.compare(valid.value(), Integer.parseInt(days)));
            return page(agreement, days, faults, List.of(), model);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(agreement, days, faults, draft == null ? List.of() : draft.faults(), model);
    }

    private String page(String agreement, String days, Map<String, String> faults, List<ConfigFault> ofText, Model model) {
        if (!ofText.isEmpty()) {
            faults.put("agreement", "The text is no agreement: see below what is wrong with it");
        }
        model.addAttribute("agreement", agreement);
        model.addAttribute("days", days);
        model.addAttribute("faults", faults);
        model.addAttribute("ofText", ofText);
        model.addAttribute("agencies", desk.agencies());
        model.addAttribute("listedLimit", Difference.LISTED_LIMIT);
        return "web/difference";
    }
}

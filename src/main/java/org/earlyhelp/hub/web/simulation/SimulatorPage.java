package org.earlyhelp.hub.web.simulation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** May X see Y of Z on a day, and why: a page for information governance, and the same as JSON. */
@Controller
class SimulatorPage {
    private final Simulator simulator;

    SimulatorPage(Simulator simulator) {
        this.simulator = simulator;
    }

    @GetMapping("/agreements/simulator")
    String ask(Model model) {
        return page(SimulatorForm.of(Map.of()), Map.of(), model);
    }

    @PostMapping("/agreements/simulator")
    String answer(@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        SimulatorForm form = SimulatorForm.of(sent);
        Map<String, String> faults = form.faults();
        if (faults.isEmpty()) {
            model.addAttribute("answer", simulator.answer(form));
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return page(form, faults, model);
    }

    /** Every member is a list of text, as a form sends it: {@code {"recipient":["role steward"],"class":["HEALTH"],…}}. */
    @PostMapping(path = "/api/simulate", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> simulate(@RequestBody Map<String, List<String>> sent) {
        SimulatorForm form = SimulatorForm.of(sent);
        Map<String, String> faults = form.faults();
        if (faults.isEmpty()) {
            return ResponseEntity.ok(simulator.answer(form));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.join("; ", faults.values()) + ".");
        problem.setProperty("fields", faults.keySet());
        return ResponseEntity.badRequest().body(problem);
    }

    private String page(SimulatorForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("recipients", simulator.recipients());
        model.addAttribute("agencies", simulator.agencies());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("classes", DataClass.values());
        return "web/simulator";
    }
}

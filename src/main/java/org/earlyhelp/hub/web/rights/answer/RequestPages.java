package org.earlyhelp.hub.web.rights.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.page.ShortText;
import org.earlyhelp.hub.rights.access.AccessDesk;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.request.StepResult;
import org.earlyhelp.hub.rights.restrict.RestrictionDesk;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The register of requests: the list, a new one, one with its steps, and whose data it is. */
@Controller
class RequestPages {
    private static final String FAULT = "fault";
    private final RequestRegister register;
    private final RequestShow show;
    private final AccessDesk access;
    private final RestrictionDesk restrictions;
    private final FindPeople people;
    private final DisclosureDesk desk;
    private final HubClock clock;

    RequestPages(RequestRegister register, RequestShow show, AccessDesk access, RestrictionDesk restrictions, FindPeople people, DisclosureDesk desk, HubClock clock) {
        this.register = register;
        this.show = show;
        this.access = access;
        this.restrictions = restrictions;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /** One line of the list: no name of anybody. */
    record Line(String ref, String kind, String capacity, String received, String state, String due, boolean overdue) {
    }

    @GetMapping("/rights")
    String list(Model model) {
        LocalDate today = clock.today();
        model.addAttribute("lines", register.listed().stream().map(one -> new Line(one.ref(), RequestWords.kind(one.kind()), RequestWords.capacity(one.capacity()),
                PlainTime.of(one.clock().receivedOn()), RequestWords.state(one.state()), RequestWords.due(one, today), RequestWords.isOverdue(one, today))).toList());
        model.addAttribute("most", RequestRegister.LISTED);
        return "web/rights";
    }

    @GetMapping("/rights/new")
    String ask(Model model) {
        return form(RequestForm.of(Map.of("received", clock.today().toString())), List.of(), model);
    }

    @PostMapping("/rights/new")
    String open(@RequestParam Map<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        RequestForm typed = RequestForm.of(sent);
        List<RequestForm.Fault> faults = typed.faults(clock.today());
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(typed, faults, model);
        }
        return "redirect:/rights/" + register.open(typed.opening(), Viewer.of(who).account()).ref();
    }

    @GetMapping("/rights/{ref:RR-[0-9A-Z]{6}}")
    String request(@PathVariable String ref, Authentication who, Model model) {
        return page(find(ref), Viewer.of(who), model);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/step")
    String step(@PathVariable String ref, @RequestParam int version, @RequestParam(defaultValue = "") String act, @RequestParam(defaultValue = "") String note,
                @RequestParam(defaultValue = "") String provenOn, Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        RequestAct wanted = Arrays.stream(RequestAct.values()).filter(one -> one.name().equals(act)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (viewer.role() != StaffRole.IG && !RequestShow.maySecond(wanted)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String kept = ShortText.of(note.strip(), RequestRegister.NOTE_LIMIT_CHARACTERS);
        return shown(find(ref), viewer, taken(find(ref), version, wanted, kept, provenOn, viewer.account()), model, response);
    }

    private StepResult taken(RightsRequest request, int version, RequestAct act, String note, String provenOn, String account) {
        return switch (act) {
            case CHECK -> RequestForm.day(provenOn).map(day -> register.check(request.ref(), version, day, note, account))
                    .orElseGet(() -> new StepResult.NotTaken("Enter the day on which it was shown as year-month-day, such as 2026-11-23"));
            case RELEASE -> request.kind() == RequestKind.ACCESS ? access.release(request.ref(), version, account) : restrictions.release(request.ref(), version, account);
            case LIFT -> restrictions.lift(request.ref(), version, account);
            case NAME, OPEN -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            default -> register.take(request.ref(), version, act, note, account);
        };
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/name")
    String name(@PathVariable String ref, @RequestParam int version, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String requester,
                Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        Optional<String> whose = people.standing(person);
        Optional<String> asks = requester.isBlank() ? Optional.empty() : people.standing(requester);
        if (whose.isEmpty() || !requester.isBlank() && asks.isEmpty()) {
            return shown(find(ref), viewer, new StepResult.NotTaken("No person stands under that reference"), model, response);
        }
        return shown(find(ref), viewer, register.name(ref, version, whose.get(), asks.orElse(null), viewer.account()), model, response);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/find")
    String findPerson(@PathVariable String ref, @RequestParam(defaultValue = "") String surname, @RequestParam(defaultValue = "") String born, Authentication who, Model model,
                      HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        Optional<LocalDate> day = RequestForm.day(born.strip());
        if (surname.isBlank() || day.isEmpty()) {
            return shown(find(ref), viewer, new StepResult.NotTaken("Enter a surname, and a date of birth as year-month-day"), model, response);
        }
        model.addAttribute("found", people.find(desk, find(ref), surname.strip(), day.get(), viewer));
        return page(find(ref), viewer, model);
    }

    private String shown(RightsRequest before, Viewer viewer, StepResult result, Model model, HttpServletResponse response) {
        if (result instanceof StepResult.NotTaken not) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(FAULT, not.why());
            return page(before, viewer, model);
        }
        return "redirect:/rights/" + before.ref();
    }

    private String page(RightsRequest request, Viewer viewer, Model model) {
        model.addAttribute("sheet", show.sheet(desk, request, viewer));
        return "web/rights-request";
    }

    private RightsRequest find(String ref) {
        return register.find(ref).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String form(RequestForm form, List<RequestForm.Fault> faults, Model model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(RequestKind.values()).forEach(kind -> kinds.put(kind.name(), RequestWords.kind(kind)));
        Map<String, String> capacities = new LinkedHashMap<>();
        Arrays.stream(Capacity.values()).forEach(capacity -> capacities.put(capacity.name(), RequestWords.capacity(capacity)));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", kinds);
        model.addAttribute("capacities", capacities);
        return "web/rights-new";
    }
}

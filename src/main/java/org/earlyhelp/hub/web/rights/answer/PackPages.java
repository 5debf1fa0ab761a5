package org.earlyhelp.hub.web.rights.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.access.AccessDesk;
import org.earlyhelp.hub.rights.access.AccessItem;
import org.earlyhelp.hub.rights.access.AccessItems;
import org.earlyhelp.hub.rights.access.AccessItems.Collected;
import org.earlyhelp.hub.rights.access.Choice;
import org.earlyhelp.hub.rights.access.Exemption;
import org.earlyhelp.hub.rights.access.ItemChoice;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;
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

/** The items of an access pack, one by one. */
@Controller
class PackPages {
    private final RequestRegister register;
    private final AccessItems items;
    private final AccessDesk access;
    private final PersonDirectory persons;
    private final DisclosureDesk desk;

    PackPages(RequestRegister register, AccessItems items, AccessDesk access, PersonDirectory persons, DisclosureDesk desk) {
        this.register = register;
        this.items = items;
        this.access = access;
        this.persons = persons;
        this.desk = desk;
    }

    /**
     * An item as the officer sees it.
     *
     * @param value   withheld where the policy keeps it from everybody; a free text is opened on its own page only
     * @param becomes what happens to it, in words
     */
    record Line(String id, String section, String label, String value, String on, String agency, String becomes, String why, boolean guarded) {
    }

    @GetMapping("/rights/{ref:RR-[0-9A-Z]{6}}/items")
    String list(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        RightsRequest request = find(ref);
        Collected collected = items.of(request);
        Disclosure<List<Line>> answer = disclose(request, collected.items(), Viewer.of(who), "/rights/{ref}/items",
                allowance -> collected.items().stream().map(item -> line(request, item, allowance, false)).toList());
        model.addAttribute("ref", ref);
        model.addAttribute("guarded", collected.guarded());
        model.addAttribute("cut", collected.cut());
        model.addAttribute("mayChoose", Viewer.of(who).role() == StaffRole.IG && request.state() == RequestState.IN_HAND);
        if (answer instanceof Disclosed<List<Line>> disclosed) {
            model.addAttribute("sections", disclosed.content().stream().collect(Collectors.groupingBy(Line::section, LinkedHashMap::new, Collectors.toList())));
            return "web/rights-items";
        }
        return refused((Disclosure.Refused<List<Line>>) answer, model, response);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/item")
    String open(@PathVariable String ref, @RequestParam(defaultValue = "") String item, Authentication who, Model model, HttpServletResponse response) {
        return open(find(ref), item, null, Viewer.of(who), model, response);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/choose")
    String choose(@PathVariable String ref, @RequestParam Map<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        RightsRequest request = find(ref);
        String item = sent.getOrDefault("item", "");
        Optional<Choice> choice = Arrays.stream(Choice.values()).filter(one -> one.name().equals(sent.get("choice"))).findFirst();
        Exemption exemption = Arrays.stream(Exemption.values()).filter(one -> one.name().equals(sent.get("exemption"))).findFirst().orElse(null);
        String reason = sent.getOrDefault("reason", "").strip();
        String redacted = sent.getOrDefault("redacted", "").strip();
        boolean tooLong = reason.length() > ItemChoice.REASON_LIMIT_CHARACTERS || redacted.length() > ItemChoice.REDACTED_LIMIT_CHARACTERS;
        Optional<String> fault = choice.isEmpty() ? Optional.of("Choose what becomes of it") : tooLong ? Optional.of("That is too long")
                : access.choose(request, item, new ItemChoice(choice.get(), choice.get() == Choice.INCLUDE ? null : exemption, reason, choice.get() == Choice.REDACT ? redacted : ""),
                Viewer.of(who).account());
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return open(request, item, fault.get(), Viewer.of(who), model, response);
        }
        return "redirect:/rights/" + ref + "/items";
    }

    private String open(RightsRequest request, String id, String fault, Viewer viewer, Model model, HttpServletResponse response) {
        AccessItem item = items.of(request).find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Disclosure<Line> answer = disclose(request, List.of(item), viewer, "/rights/{ref}/item", allowance -> line(request, item, allowance, true));
        if (!(answer instanceof Disclosed<Line> disclosed)) {
            return refused((Disclosure.Refused<Line>) answer, model, response);
        }
        model.addAttribute("ref", request.ref());
        model.addAttribute("line", disclosed.content());
        model.addAttribute("chosen", item.chosen().orElse(null));
        model.addAttribute("exemptions", Exemption.values());
        model.addAttribute("fault", fault);
        return "web/rights-item";
    }

    private <T> Disclosure<T> disclose(RightsRequest request, List<AccessItem> shown, Viewer viewer, String page, Function<Allowance, T> render) {
        PersonView person = persons.byRef(request.person()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Set<DisclosedField> fields = shown.stream().map(AccessItem::item).map(item -> new DisclosedField(item.field(), item.dataClass(), item.agency())).collect(Collectors.toSet());
        return desk.disclose(RightsAsk.of(request, viewer, page, List.of(new DisclosureSubject(request.person(), person.placeHidden(), person.sealed(), false, fields))), render);
    }

    private static Line line(RightsRequest request, AccessItem one, Allowance allowance, boolean opened) {
        SubjectItem item = one.item();
        boolean allowed = allowance.allows(request.person(), item.agency() == null ? Borough.AGENCY : item.agency(), item.field());
        String value = !allowed ? "withheld from everybody" : item.has(Caution.FREE_TEXT) && !opened ? "Open it to read it" : item.value();
        String becomes = switch (one.choice()) {
            case INCLUDE -> allowed ? "Goes out" : "Stays: the policy withholds it";
            case REDACT -> "Goes out redacted";
            case WITHHOLD -> one.guarded() ? "Stays, whatever is chosen" : one.chosen().isPresent() ? "Stays" : "Stays unless you choose otherwise";
        };
        return new Line(item.id(), section(item.section()), item.label(), value, PlainTime.of(item.on()), item.agency() == null ? "hub" : item.agency(), becomes,
                one.ground().map(Exemption::words).orElse(""), one.guarded());
    }

    private static String section(SubjectItem.Section section) {
        return switch (section) {
            case DETAILS -> "Details";
            case TOLD -> "What agencies told";
            case WORKED_OUT -> "What the hub worked out";
            case GIVEN -> "Who was given it or looked at it";
        };
    }

    private static String refused(Disclosure.Refused<?> refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("entry", refused.entry());
        model.addAttribute("why", refused.reason());
        return "web/refused";
    }

    private RightsRequest find(String ref) {
        return register.find(ref).filter(request -> request.kind() == RequestKind.ACCESS && request.person() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A worker records that something about a family was deliberately not shared: with whom, what, and why. Shows references only. */
@Controller
class NotSharedPage {
    private static final String OUTSIDE = "outside";
    /** Entries of a person in which the same form is looked for. */
    private static final int ENTRIES_READ = 50;

    private final FamilyDirectory families;
    private final AgreementBook book;
    private final SharingLog log;
    private final DisclosureDesk desk;
    private final HubClock clock;

    NotSharedPage(FamilyDirectory families, AgreementBook book, SharingLog log, DisclosureDesk desk, HubClock clock) {
        this.families = families;
        this.book = book;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/families/{ref}/not-shared")
    String ask(@PathVariable String ref, @RequestParam(required = false) String recorded, Model model) {
        FamilyView family = find(ref);
        model.addAttribute("done", recorded != null);
        return page(family, NotSharedForm.blank(Ids.ulid(clock)), Map.of(), model);
    }

    @PostMapping("/families/{ref}/not-shared")
    String record(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        FamilyView family = find(ref);
        NotSharedForm form = NotSharedForm.of(sent);
        Map<String, String> faults = form.faults(people(family), book.agencies());
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("done", false);
            return page(family, form, faults, model);
        }
        List<String> about = form.about().isEmpty() ? people(family) : List.of(form.about());
        if (!isRecorded(about.get(0), form.id())) {
            desk.note(about.stream().map(person -> act(person, form, Viewer.of(who))).toList());
        }
        return "redirect:/families/" + family.ref() + "/not-shared?recorded";
    }

    private static Act act(String person, NotSharedForm form, Viewer viewer) {
        Recipient recipient = Recipient.agency(form.agency().isEmpty() ? OUTSIDE : form.agency());
        Map<String, String> detail = new HashMap<>(Map.of("decided by", viewer.account() + " (" + viewer.role().id() + ")", "ground", form.ground(), "reason", form.reason(),
                "form", form.id()));
        if (form.agency().isEmpty()) {
            detail.put("with", form.other());
        }
        return new Act(ActKind.NOT_SHARED, person, recipient, Purpose.valueOf(form.purpose()), null, form.dataClasses(), Set.of(), detail);
    }

    private boolean isRecorded(String person, String form) {
        return !form.isEmpty() && log.aboutBefore(person, SharingLog.NEWEST, ENTRIES_READ).stream().filter(entry -> entry.kind() == ActKind.NOT_SHARED)
                .map(LoggedEntry::payload).anyMatch(payload -> payload.contains("\"form\":\"" + form + "\""));
    }

    private FamilyView find(String ref) {
        return families.byRef(ref).filter(family -> !family.members().isEmpty()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<String> people(FamilyView family) {
        return family.members().stream().map(PersonView::ref).toList();
    }

    private String page(FamilyView family, NotSharedForm form, Map<String, String> faults, Model model) {
        model.addAttribute("ref", family.ref());
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("people", people(family));
        model.addAttribute("agencies", book.agencies());
        model.addAttribute("classes", DataClass.values());
        model.addAttribute("purposes", NotSharedForm.PURPOSES);
        model.addAttribute("grounds", NotSharedForm.GROUNDS);
        return "web/not-shared";
    }
}

package org.earlyhelp.hub.web.rights.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.page.ShortText;
import org.earlyhelp.hub.rights.dispute.Dispute;
import org.earlyhelp.hub.rights.dispute.DisputeDesk;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
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

/** What a person says is wrong, whom the hub asked to correct it, and what became of it. */
@Controller
class DisputePages {
    private static final String WORDS = "disputeWords";
    private final RequestRegister register;
    private final DisputeDesk disputes;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    DisputePages(RequestRegister register, DisputeDesk disputes, AgreementBook book, DisclosureDesk desk) {
        this.register = register;
        this.disputes = disputes;
        this.book = book;
        this.desk = desk;
    }

    /** One dispute; {@code told} a sentence for each account. */
    record Line(String ref, String what, String words, String since, String state, boolean open, boolean corrected, List<String> told, String reason) {
    }

    /** A record that can be disputed. */
    record Choice(String record, String says) {
    }

    @GetMapping("/rights/{ref:RR-[0-9A-Z]{6}}/disputes")
    String list(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        return page(find(ref), Optional.empty(), who, model, response);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/disputes")
    String dispute(@PathVariable String ref, @RequestParam Map<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        String what = sent.getOrDefault("what", "");
        boolean detail = DisputedFacts.FIELDS.contains(what);
        String words = sent.getOrDefault("words", "").strip();
        Optional<String> fault = words.length() > Dispute.WORDS_LIMIT_CHARACTERS ? Optional.of("At most %d characters".formatted(Dispute.WORDS_LIMIT_CHARACTERS))
                : disputes.dispute(find(ref), detail ? null : what, detail ? what : null, words, Viewer.of(who).account());
        return fault.isEmpty() ? "redirect:/rights/" + ref + "/disputes" : page(find(ref), fault, who, model, response);
    }

    @PostMapping("/rights/{ref:RR-[0-9A-Z]{6}}/disputes/{dispute}")
    String settle(@PathVariable String ref, @PathVariable String dispute, @RequestParam(defaultValue = "") String found, @RequestParam(defaultValue = "") String reason,
                  Authentication who, Model model, HttpServletResponse response) {
        if (!found.equals("corrected") && !found.equals("right")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String kept = ShortText.of(reason.strip(), Dispute.WORDS_LIMIT_CHARACTERS);
        Optional<String> fault = disputes.settle(find(ref), dispute, found.equals("corrected"), kept, Viewer.of(who).account());
        return fault.isEmpty() ? "redirect:/rights/" + ref + "/disputes" : page(find(ref), fault, who, model, response);
    }

    private String page(RightsRequest request, Optional<String> fault, Authentication who, Model model, HttpServletResponse response) {
        List<Dispute> held = disputes.of(request);
        Disclosure<List<Line>> answer = desk.disclose(RightsAsk.of(request, Viewer.of(who), "/rights/{ref}/disputes", request.person(),
                List.of(new DisclosedField(WORDS, DataClass.FREE_TEXT, null))), allowance -> held.stream().map(one -> line(one, allowance.allows(request.person(), WORDS))).toList());
        model.addAttribute("lines", answer instanceof Disclosed<List<Line>> disclosed ? disclosed.content() : held.stream().map(one -> line(one, false)).toList());
        model.addAttribute("ref", request.ref());
        model.addAttribute("fields", new TreeSet<>(DisputedFacts.FIELDS));
        model.addAttribute("choices", disputes.records(request).stream()
                .map(stated -> new Choice(stated.record(), "%s, %s, %s".formatted(nameOf(stated.account()), stated.feed(), PlainTime.of(stated.observedAt())))).toList());
        fault.ifPresent(why -> {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("fault", why);
        });
        return "web/rights-disputes";
    }

    private Line line(Dispute one, boolean words) {
        List<String> told = one.told().entrySet().stream().map(entry -> "%s: %s".formatted(nameOf(AccountName.parse(entry.getKey())),
                one.waits().contains(entry.getKey()) ? "asked by the hub itself once it may; " + entry.getValue() : asked(entry.getValue()))).sorted().toList();
        String state = switch (one.state()) {
            case OPEN -> "Disputed";
            case UPHELD -> "Corrected";
            case REFUSED -> "Found right";
        };
        return new Line(one.ref(), one.field() == null ? "A record: " + one.record() : "A detail: " + one.field(), words ? one.words() : "withheld", PlainTime.of(one.since()), state,
                one.state() == Dispute.State.OPEN, one.corrected(), told, words ? one.reason() : null);
    }

    private static String asked(String told) {
        return told.equals(Dispute.STANDS_NO_MORE) ? told : told.matches("[0-9A-Z]{26}") ? "asked in its /out/ folder, entry " + told : "write to it by hand; " + told;
    }

    private String nameOf(AccountName account) {
        String agency = book.nameFor(account.agency(), false);
        return account.sender() == null ? agency : agency + " (" + account.sender() + ")";
    }

    private RightsRequest find(String ref) {
        return register.find(ref).filter(request -> request.kind() == RequestKind.RECTIFICATION && request.person() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

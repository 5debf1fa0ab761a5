package org.earlyhelp.hub.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.mirror.MonthMirrors;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.account.AccountKey;
import org.earlyhelp.hub.intake.account.AccountLook;
import org.earlyhelp.hub.intake.account.KeyDesk;
import org.earlyhelp.hub.intake.account.LockOutDesk;
import org.earlyhelp.hub.intake.account.PublicKeyLine;
import org.earlyhelp.hub.intake.account.Sent;
import org.earlyhelp.hub.intake.account.ShutDoor;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DoorTerms;
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

/** The accounts of agencies and senders: who came, with which keys, what they sent; changing their keys and lifting lock-outs. */
@Controller
class AccountPages {
    private static final int LOGINS_SHOWN = 100;
    private static final int CHANGES_SHOWN = 20;
    private static final int LOCK_OUTS_SHOWN = 20;
    private static final Duration RECEIPTS_OVER = Duration.ofDays(30);
    private final AgreementBook book;
    private final KeyDesk desk;
    private final AccountLook look;
    private final LockOutDesk lockOuts;
    private final MonthMirrors mirrors;
    private final HubSettings settings;
    private final HubClock clock;

    AccountPages(AgreementBook book, KeyDesk desk, AccountLook look, LockOutDesk lockOuts, MonthMirrors mirrors, HubSettings settings, HubClock clock) {
        this.book = book;
        this.desk = desk;
        this.look = look;
        this.lockOuts = lockOuts;
        this.mirrors = mirrors;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String accounts(Model model) {
        Map<String, List<AccountKey>> keys = desk.keys();
        Map<String, Instant> signIns = look.lastSignIns();
        Map<String, Sent> used = look.usedToday();
        model.addAttribute("lines", book.agreements().stream().map(agreement -> line(agreement, null, keys, signIns, used)).toList());
        model.addAttribute("senders", book.agreements().stream().collect(Collectors.toMap(Agreement::agency, agreement -> agreement.door().senders().size())));
        model.addAttribute("waiting", keys.values().stream().flatMap(List::stream).filter(key -> key.state() == AccountKey.State.WAITING).map(AccountKey::account).distinct().toList());
        return "web/accounts";
    }

    @GetMapping("/accounts/{account}")
    String account(@PathVariable String account, @RequestParam(defaultValue = "") String month, Authentication who, Model model) {
        return show(account, month, null, who, model);
    }

    @PostMapping("/accounts/{account}/keys")
    String propose(@PathVariable String account, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String reason, Authentication who, Model model) {
        return show(account, "", answer(reason, () -> desk.propose(account, key, Viewer.of(who).account(), reason.strip())), who, model);
    }

    @PostMapping("/accounts/{account}/keys/confirm")
    String confirm(@PathVariable String account, @RequestParam(defaultValue = "") String fingerprint, Authentication who, Model model) {
        return show(account, "", desk.confirm(account, fingerprint, Viewer.of(who).account()), who, model);
    }

    @PostMapping("/accounts/{account}/keys/retire")
    String retire(@PathVariable String account, @RequestParam(defaultValue = "") String fingerprint, @RequestParam(defaultValue = "") String reason, Authentication who, Model model) {
        return show(account, "", answer(reason, () -> desk.retire(account, fingerprint, Viewer.of(who).account(), reason.strip())), who, model);
    }

    @PostMapping("/accounts/{account}/unlock")
    String unlock(@PathVariable String account, @RequestParam(defaultValue = "") String reason, Authentication who, Model model) {
        return show(account, "", answer(reason, () -> lockOuts.lift(account, Viewer.of(who).account(), reason.strip())), who, model);
    }

    private static KeyDesk.Answer answer(String reason, Supplier<KeyDesk.Answer> act) {
        boolean usable = !reason.isBlank() && reason.length() <= KeyDesk.REASON_LIMIT_CHARACTERS && reason.chars().noneMatch(Character::isISOControl);
        return usable ? act.get() : new KeyDesk.Answer.Refused("Say why, in one line of at most " + KeyDesk.REASON_LIMIT_CHARACTERS + " characters.");
    }

    private String show(String account, String month, KeyDesk.Answer answer, Authentication who, Model model) {
        AccountName name = AccountName.parse(account);
        Agreement agreement = book.agreementOf(name.agency()).filter(known -> known.accountNames().contains(account))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("account", account);
        model.addAttribute("done", answer instanceof KeyDesk.Answer.Done done ? done.words() : null);
        model.addAttribute("refused", answer instanceof KeyDesk.Answer.Refused refused ? refused.words() : null);
        addTerms(agreement, name, model);
        addKeys(name, Viewer.of(who).account(), model);
        addTraffic(name, month, model);
        model.addAttribute("lines", name.sender() == null ? senderLines(agreement) : List.of());
        return "web/account";
    }

    private void addTerms(Agreement agreement, AccountName name, Model model) {
        DoorTerms.Sender sender = name.sender() == null ? null : agreement.door().senders().get(name.sender());
        model.addAttribute("name", sender == null ? agreement.name() : sender.name() + ", under " + agreement.name());
        model.addAttribute("agreement", agreement.id() + ", version " + agreement.version());
        model.addAttribute("school", sender == null || sender.urn() == null ? null : "Only rows of the school with URN " + sender.urn());
        List<AddressRange> addresses = agreement.door().addressesOf(name.sender());
        model.addAttribute("addresses", addresses.isEmpty() ? "any address" : addresses.stream().map(AddressRange::text).collect(Collectors.joining(", ")));
        model.addAttribute("used", AccountLine.used(look.usedToday(name), agreement.door().quota()));
    }

    private void addKeys(AccountName name, String viewer, Model model) {
        Map<String, Instant> lastUsed = look.lastUsed(name);
        model.addAttribute("keys", desk.keys(name.toString()).stream().map(key -> KeyLine.of(key, lastUsed.get(key.fingerprint()), viewer, settings.demo())).toList());
        model.addAttribute("demo", settings.demo());
        model.addAttribute("reasonLimit", KeyDesk.REASON_LIMIT_CHARACTERS);
        model.addAttribute("keyLimit", PublicKeyLine.LIMIT_CHARACTERS);
    }

    private void addTraffic(AccountName name, String asked, Model model) {
        YearMonth now = YearMonth.from(clock.today());
        YearMonth month = monthOr(asked, now);
        List<ShutDoor> doors = lockOuts.of(name.toString(), LOCK_OUTS_SHOWN);
        model.addAttribute("lockOuts", doors.stream().map(door -> LockOutLine.of(door, clock.now())).toList());
        model.addAttribute("locked", doors.stream().anyMatch(door -> door.isShutAt(clock.now())));
        model.addAttribute("logins", look.logins(name, LOGINS_SHOWN).stream().map(LoginLine::of).toList());
        model.addAttribute("stages", look.stages(name, RECEIPTS_OVER).entrySet().stream().map(stage -> stage.getKey().toLowerCase(Locale.ROOT) + " " + stage.getValue()).toList());
        model.addAttribute("changes", look.layoutChanges(name, CHANGES_SHOWN));
        model.addAttribute("month", PlainTime.month(month));
        model.addAttribute("earlier", month.isAfter(now.minusMonths(MonthMirrors.MONTHS_KEPT)) ? month.minusMonths(1) : null);
        model.addAttribute("later", month.isBefore(now) ? month.plusMonths(1) : null);
        model.addAttribute("mirror", mirrors.of(name, month).feeds().stream().map(MirrorLine::of).toList());
    }

    private static YearMonth monthOr(String asked, YearMonth now) {
        try {
            YearMonth month = asked.isBlank() ? now : YearMonth.parse(asked);
            return month.isAfter(now) || month.isBefore(now.minusMonths(MonthMirrors.MONTHS_KEPT)) ? now : month;
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    private List<AccountLine> senderLines(Agreement agreement) {
        Map<String, List<AccountKey>> keys = desk.keys();
        Map<String, Instant> signIns = look.lastSignIns();
        Map<String, Sent> used = look.usedToday();
        return agreement.door().senders().values().stream().map(sender -> line(agreement, sender, keys, signIns, used)).toList();
    }

    private static AccountLine line(Agreement agreement, DoorTerms.Sender sender, Map<String, List<AccountKey>> keys, Map<String, Instant> signIns, Map<String, Sent> used) {
        String account = new AccountName(agreement.agency(), sender == null ? null : sender.id()).toString();
        return AccountLine.of(account, sender == null ? agreement.name() : sender.name(), keys.getOrDefault(account, List.of()), signIns.get(account),
                used.getOrDefault(account, Sent.NOTHING), agreement.door().quota());
    }
}

package org.earlyhelp.hub.web.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.emergency.EmergencyAccess.Review;
import org.earlyhelp.hub.web.emergency.EmergencyAccess.Verdict;
import org.earlyhelp.hub.web.emergency.storage.EmergencyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens one page about a person to an account whose role may not open it, for {@link #LASTS}. The entry of the sharing
 * log and the access are one transaction; a warning without personal data goes to the log of the hub, and the manager
 * finds it on their pages until it is reviewed.
 */
@Service
public class EmergencyDesk {
    /** How long the page stays open to the account. */
    public static final Duration LASTS = Duration.ofMinutes(30);
    /** Less is no reason. */
    public static final int REASON_AT_LEAST_CHARACTERS = 15;
    /** More is refused. */
    public static final int REASON_AT_MOST_CHARACTERS = 500;
    private static final int SHOWN = 200;
    private static final Pattern PAGE = Pattern.compile("/(alerts/A-\\d{4}-\\d{6,9}|families/F-[A-Z0-9]{6}|people/P-[A-Z0-9]{6})");
    private static final Logger LOG = LoggerFactory.getLogger(EmergencyDesk.class);

    private final EmergencyStore store;
    private final DisclosureDesk disclosures;
    private final HubClock clock;

    EmergencyDesk(EmergencyStore store, DisclosureDesk disclosures, HubClock clock) {
        this.store = store;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** Whether the path is a page that an emergency may open: one alert, one family or one person. */
    public static boolean isOpenable(String page) {
        return page != null && PAGE.matcher(page).matches();
    }

    /** Whether a reason says enough and not too much. */
    static boolean isReason(String reason) {
        return reason.length() >= REASON_AT_LEAST_CHARACTERS && reason.length() <= REASON_AT_MOST_CHARACTERS;
    }

    /** Opens the page; throws IllegalArgumentException for another page or no reason. */
    @Transactional
    public void open(Viewer viewer, String page, String reason) {
        if (!isOpenable(page) || !isReason(reason)) {
            throw new IllegalArgumentException("emergency access needs a page about a person and a reason");
        }
        Instant now = clock.now();
        String entry = disclosures.note(List.of(new Act(ActKind.BREAK_GLASS, person(page), viewer.recipient(), Purpose.SAFEGUARDING, null, Set.of(), Set.of(),
                Map.of("page", page, "reason", reason, "until", now.plus(LASTS).toString())))).get(0);
        store.add(new EmergencyAccess(0, viewer.account(), viewer.role().id(), page, reason, entry, now, now.plus(LASTS), Optional.empty()));
        LOG.warn("emergency access of role {} to {}, sharing-log entry {}: for the manager's review", viewer.role().id(), page, entry);
    }

    /** What keeps that page open to the account now. */
    public Optional<EmergencyAccess> standing(String account, String page) {
        return isOpenable(page) ? store.open(account, page, clock.now()) : Optional.empty();
    }

    /** What was opened, that without a review first. */
    List<EmergencyAccess> latest() {
        return store.latest(SHOWN);
    }

    /** How many wait for a manager. */
    public long unreviewed() {
        return store.unreviewed();
    }

    /** Keeps what the manager found; false where nothing waits under that id, or it is the manager's own. */
    @Transactional
    boolean review(long id, Verdict verdict, String remark, Viewer manager) {
        return store.review(id, new Review(verdict, remark, manager.account(), clock.now()));
    }

    private static String person(String page) {
        return page.startsWith("/people/") ? page.substring("/people/".length()) : null;
    }
}

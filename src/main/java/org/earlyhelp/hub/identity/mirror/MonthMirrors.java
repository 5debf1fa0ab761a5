package org.earlyhelp.hub.identity.mirror;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.identity.storage.MirrorStore;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.PublishedFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.FolderAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives every account whose files came in a month its mirror once the month is over: {@code mirror-yyyy-MM.txt} and
 * {@code .json} in its receipts folder. Made from the database: what is there already is left alone, what is missing is made
 * again. Thread-safe.
 */
@Component
public class MonthMirrors extends TaskLifecycle {
    /** So many months before this one are looked after; older mirrors are taken away. */
    public static final int MONTHS_KEPT = 13;
    private static final int LOOK_SECONDS = 3_600;
    private static final String NAME = "mirror-";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Logger LOG = LoggerFactory.getLogger(MonthMirrors.class);
    private final MirrorStore store;
    private final AgreementBook agreements;
    private final ObjectProvider<SftpFolders> folders;
    private final FolderAlarm alarm;
    private final HubClock clock;
    private final RegularTask regularly = new RegularTask("month mirrors", LOOK_SECONDS, this::give);

    public MonthMirrors(MirrorStore store, AgreementBook agreements, ObjectProvider<SftpFolders> folders, OperatorAlarms alarms, HubClock clock) {
        this.store = store;
        this.agreements = agreements;
        this.folders = folders;
        this.alarm = new FolderAlarm(alarms, clock, "monthly mirrors");
        this.clock = clock;
    }

    /** The mirror of a month, of this one as far as it has come. */
    public MonthMirror of(AccountName account, YearMonth month) {
        return store.of(account, month);
    }

    /** Gives the mirrors of the last month that are missing; returns how many accounts got theirs. A folder that takes nothing holds up no other. */
    public int give() {
        SftpFolders homes = folders.getIfAvailable();
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        Set<String> shut = new TreeSet<>();
        int given = 0;
        for (String account : homes == null ? List.<String>of() : agreements.agreements().stream().flatMap(agreement -> agreement.accountNames().stream()).toList()) {
            Path folder = homes.receipts(account);
            try {
                if (Files.isDirectory(folder)) {
                    given += give(homes, folder, AccountName.parse(account), last) ? 1 : 0;
                    forget(folder, last.minusMonths(MONTHS_KEPT));
                }
            } catch (UncheckedIOException e) {
                shut.add(account);
            }
        }
        alarm.look(shut);
        return given;
    }

    private boolean give(SftpFolders homes, Path folder, AccountName account, YearMonth month) {
        Path text = folder.resolve(NAME + month + ".txt");
        if (Files.exists(text)) {
            return false;
        }
        MonthMirror mirror = store.of(account, month);
        if (mirror.isEmpty()) {
            return false;
        }
        PublishedFile.put(homes, folder.resolve(NAME + month + ".json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(MirrorFile.of(mirror)).getBytes(StandardCharsets.UTF_8), clock);
        PublishedFile.put(homes, text, MirrorText.of(mirror).getBytes(StandardCharsets.UTF_8), clock);
        return true;
    }

    private static void forget(Path folder, YearMonth oldest) {
        for (String ending : new String[] {".txt", ".json"}) {
            Path file = folder.resolve(NAME + oldest + ending);
            if (Files.exists(file) && !file.toFile().delete()) {
                LOG.warn("an old mirror cannot be taken away; tried again in {} s", LOOK_SECONDS);
            }
        }
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}

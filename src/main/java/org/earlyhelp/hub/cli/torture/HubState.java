package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.CsvExport;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;

/**
 * Everything that one hub holds and has told once nothing is left to do.
 *
 * @param records {@code agency/feed/reference@version}
 * @param marks   {@code reference month marks}
 * @param links   lines of {@code links.csv}, as are {@code needs} and {@code alerts}
 * @param log     what the referee of the sharing log says
 */
record HubState(List<ReceiptSeen> receipts, List<String> records, List<String> marks, List<Map<String, String>> links, List<Map<String, String>> needs,
                List<Map<String, String>> alerts, Told told, Finding log) {
    /** Reads a hub that is up; the queues are empty afterwards. */
    static HubState read(ChildHub hub, Drop drop) throws IOException {
        TreeSet<String> agencies = drop.files().stream().map(DropFile::agency).collect(Collectors.toCollection(TreeSet::new));
        HubTables tables = HubTables.of(hub);
        return new HubState(ReceiptSeen.read(hub, agencies), tables.records(), tables.marks(), CsvExport.fetch(hub, "links"), CsvExport.fetch(hub, "needs"),
                CsvExport.fetch(hub, "alerts"), Told.take(hub), LogJudge.isSound(hub));
    }
}

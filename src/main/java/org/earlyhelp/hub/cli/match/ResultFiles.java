package org.earlyhelp.hub.cli.match;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.MatchWeight;

/** The two files of results, open for writing. Ids are written as sent, quoted where needed. Not thread-safe. */
final class ResultFiles implements AutoCloseable {
    private static final CsvWriter.CsvWriterBuilder FORMAT = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
    private final DecimalFormat weights = new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final DecimalFormat probabilities = new DecimalFormat("0.000000", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final CsvWriter pairs;
    private final CsvWriter clusters;

    private ResultFiles(CsvWriter pairs, CsvWriter clusters) {
        this.pairs = pairs;
        this.clusters = clusters;
    }

    /** Opens both; what they held is gone. */
    static ResultFiles open(Path pairs, Path clusters) throws IOException {
        CsvWriter first = FORMAT.build(pairs);
        try {
            return new ResultFiles(first, FORMAT.build(clusters));
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /** Writes every pair of at least the probability; returns how many. */
    long writePairs(Matched matched, List<String> ids, double minProbability) {
        pairs.writeRecord("left", "right", "weight", "probability");
        long[] written = {0};
        matched.forEachPair(minProbability, (earlier, later, weight) -> {
            double probability = MatchWeight.probability(weight);
            if (probability >= minProbability) {
                pairs.writeRecord(ids.get(earlier), ids.get(later), weights.format(weight), probabilities.format(probability));
                written[0]++;
            }
        });
        return written[0];
    }

    /** Writes the cluster of every record, named by the id of its first record; returns how many clusters there are. */
    int writeClusters(Matched matched, List<String> ids) {
        clusters.writeRecord("record", "cluster");
        String[] names = new String[ids.size()];
        int written = 0;
        for (int record = 0; record < names.length; record++) {
            int cluster = matched.cluster(record);
            if (names[cluster] == null) {
                names[cluster] = ids.get(record);
                written++;
            }
            clusters.writeRecord(ids.get(record), names[cluster]);
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        try (pairs; clusters) {
            pairs.flush();
        }
    }
}

package org.earlyhelp.hub.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record together with what stood before all records of its file: a path whose first step is one of {@code names} leads there.
 *
 * @param separator what stands between the steps of a path
 */
record AroundRecord(SourceRecord own, SourceRecord around, Set<String> names, char separator) implements SourceRecord {
    @Override
    public SourceLocation at() {
        return own.at();
    }

    @Override
    public Optional<String> text(String path) {
        return holderOf(path).text(path);
    }

    @Override
    public List<String> texts(String path) {
        return holderOf(path).texts(path);
    }

    @Override
    public List<SourceRecord> parts(String path) {
        return holderOf(path).parts(path);
    }

    @Override
    public boolean isStated(String path) {
        return holderOf(path).isStated(path);
    }

    private SourceRecord holderOf(String path) {
        int end = path.indexOf(separator);
        return names.contains(end < 0 ? path : path.substring(0, end)) ? around : own;
    }
}

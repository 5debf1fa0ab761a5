package org.earlyhelp.hub.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceRecord;

/**
 * A record with some places corrected, that tells what is read of it. A place is a path; within the n-th part at a path it is
 * {@code path#n>} before the path in that part.
 */
final class CorrectedRecord implements SourceRecord {
    private static final String SEVERAL = ", ";
    private final SourceRecord sent;
    private final Scope scope;
    private final Map<String, String> corrections;
    private final Heard heard;

    /** Hears of every text that is read. */
    @FunctionalInterface
    interface Heard {
        void read(String key, String layoutName, String sentName, String text);
    }

    /**
     * Where in the record this part stands.
     *
     * @param prefix before the keys of this part; "" for the whole
     * @param part   the path of the part, for names; "" for the whole
     * @param number from 0 among the parts there
     */
    private record Scope(SourceFormat format, String prefix, String part, int number) {
        Scope below(String path, int at) {
            return new Scope(format, prefix + path + "#" + at + ">", format.nameWithin(part, path), at);
        }

        String ordinal() {
            return number == 0 ? "" : " (" + (number + 1) + ")";
        }
    }

    CorrectedRecord(SourceRecord sent, SourceFormat format, Map<String, String> corrections, Heard heard) {
        this(sent, new Scope(format, "", "", 0), corrections, heard);
    }

    private CorrectedRecord(SourceRecord sent, Scope scope, Map<String, String> corrections, Heard heard) {
        this.sent = sent;
        this.scope = scope;
        this.corrections = corrections;
        this.heard = heard;
    }

    @Override
    public SourceLocation at() {
        return sent.at();
    }

    @Override
    public Optional<String> text(String path) {
        String corrected = corrections.get(scope.prefix + path);
        Optional<String> text = corrected == null ? sent.text(path) : Optional.of(corrected).filter(given -> !given.isBlank());
        tell(path, text.orElse(""));
        return text;
    }

    @Override
    public List<String> texts(String path) {
        String corrected = corrections.get(scope.prefix + path);
        List<String> texts = corrected == null ? sent.texts(path)
                : Arrays.stream(corrected.split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList();
        tell(path, String.join(SEVERAL, texts));
        return texts;
    }

    @Override
    public List<SourceRecord> parts(String path) {
        List<SourceRecord> parts = sent.parts(path);
        return IntStream.range(0, parts.size())
                .<SourceRecord>mapToObj(at -> new CorrectedRecord(parts.get(at), scope.below(path, at), corrections, heard)).toList();
    }

    @Override
    public boolean isStated(String path) {
        return corrections.containsKey(scope.prefix + path) || sent.isStated(path);
    }

    @Override
    public boolean isErased(String path) {
        return !corrections.containsKey(scope.prefix + path) && sent.isErased(path);
    }

    @Override
    public String shownName(String name) {
        return sent.shownName(name);
    }

    private void tell(String path, String text) {
        String name = scope.format.nameWithin(scope.part, path);
        heard.read(scope.prefix + path, name, shownName(name) + scope.ordinal(), text);
    }
}

package org.earlyhelp.hub.mapping;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.earlyhelp.hub.format.ReadingManner;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.SourceFormats;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.format.Trailer;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * One feed layout, ready for use: opens files of it and maps their records. Made once from a file of
 * {@code mappings/}; immutable and thread-safe, so that all lanes share it.
 */
public final class Mapping {
    private final DeclaredFile file;
    private final String id;
    private final int version;
    private final String title;
    private final String summary;
    private final SourceFormat format;
    private final List<MappedField> fields;
    private final Map<String, String> notTaken;
    private final double badShareLimit;
    private final boolean keepsFaultyTexts;
    private final Trailer trailer;
    private final NoticeReader notices;
    private final Map<String, Mapping> senders = new LinkedHashMap<>();

    private Mapping(DeclaredFile file, Declaration root, SourceFormat format, FieldCompiler compiler) {
        this.file = file;
        this.format = format;
        id = root.at("id").text("");
        version = root.at("version").number(1);
        title = root.at("title").text(id);
        summary = root.at("summary").text("");
        badShareLimit = root.at("rejectFileAtBadShare").exists() ? root.at("rejectFileAtBadShare").node().asDouble() : Double.NaN;
        keepsFaultyTexts = !compiler.rejectsByDefault();
        trailer = root.at("trailer").exists() ? Trailer.of(root.at("trailer").text(""), format.charset()).orElse(null) : null;
        notices = new NoticeReader(root, format, compiler);
        fields = List.copyOf(compiler.fields());
        notTaken = new LinkedHashMap<>();
        root.at("notTaken").parts().forEach((name, why) -> notTaken.put(name, why.text("")));
    }

    /** Builds the mapping from a file that keeps to {@code mappings/schema/mapping.json}, or lists all that is wrong in it. */
    public static Checked<Mapping> of(DeclaredFile file) {
        Declaration root = new Declaration(file.root(), "");
        List<ConfigFault> faults = new ArrayList<>();
        SourceFormat format = DeclaredFormat.of(file, root.at("format"), faults);
        Declaration each = root.at("format").at("each");
        if (each.exists() && format.pathFault(each.text("")) != null) {
            faults.add(file.faultAt(each.pointer(), format.pathFault(each.text(""))));
        }
        Mapping mapping = compiled(file, root, format, Map.of(), faults);
        root.at("senders").parts().forEach((sender, own) ->
                mapping.senders.put(sender, compiled(file, root, format, own.at("codeLists").parts(), faults)));
        return faults.isEmpty() ? Checked.valid(mapping) : Checked.faulty(faults.stream().distinct().toList());
    }

    private static Mapping compiled(DeclaredFile file, Declaration root, SourceFormat format, Map<String, Declaration> ownLists, List<ConfigFault> faults) {
        FieldCompiler compiler = new FieldCompiler(file, format, ownLists);
        Mapping mapping = new Mapping(file, root, format, compiler);
        MappingChecks.check(compiler, root, mapping.notices.people());
        faults.addAll(compiler.faults());
        return mapping;
    }

    /** This layout with the code lists of one sender; this one itself for senders that have none of their own. */
    public Mapping forSender(String sender) {
        return senders.getOrDefault(sender, this);
    }

    /** The senders that have code lists of their own. */
    public Set<String> senders() {
        return Set.copyOf(senders.keySet());
    }

    /** The name of the layout, as agreements give it. */
    public String id() {
        return id;
    }

    /** From 1 on; a changed layout has a higher one. */
    public int version() {
        return version;
    }

    /** {@code school-attendance@1}, as receipts name it. */
    public String reference() {
        return id + "@" + version;
    }

    /** A few words for pages and help. */
    public String title() {
        return title;
    }

    /** What the layout is for, in a sentence or two for the sender; may be "". */
    public String summary() {
        return summary;
    }

    /** How files of the layout are written. */
    public SourceFormat format() {
        return format;
    }

    /** The file as declared, for fingerprints and history. */
    public DeclaredFile file() {
        return file;
    }

    /** Every field, in the order of the file: for help pages, agreements and the subject's own copy. */
    public List<MappedField> fields() {
        return fields;
    }

    /** How the sender's reference is put together, as declared: {@code {URN}/{UPN}}; the first whose fields are all there. */
    public List<String> referenceForms() {
        return new Declaration(file.root(), "").at("reference").texts();
    }

    /** The sender's names of all fields that a reference may be put together from. */
    List<String> referenceFields() {
        return notices.referenceFields().map(field -> format.nameWithin("", field)).distinct().toList();
    }

    /** For each condition on which records are meant, the sender's name and a text that fulfils it. */
    Map<String, String> meantTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        new Declaration(file.root(), "").at("only").items().forEach(item ->
                texts.put(format.nameWithin("", item.at("path").texts().get(0)), item.at("is").texts().get(0)));
        return texts;
    }

    /** Fields of the sender that the hub reads past on purpose, with the reason. */
    public Map<String, String> notTaken() {
        return notTaken;
    }

    /** The share of bad records, above 0 to 1, from which the whole file is to be refused; empty = never. */
    public OptionalDouble badShareLimit() {
        return Double.isNaN(badShareLimit) ? OptionalDouble.empty() : OptionalDouble.of(badShareLimit);
    }

    /** A lazy reader over a file of this layout; closes {@code in} with itself. */
    public SourceReader open(InputStream in) {
        return open(in, ReadingManner.PLAIN);
    }

    /** As {@link #open(InputStream)}, in that manner; whether faulty texts are kept is for the layout to say. */
    public SourceReader open(InputStream in, ReadingManner manner) {
        return SourceFormats.open(format, trailer == null ? in : trailer.cutOff(in), keepsFaultyTexts ? manner.keepingFaultyTexts() : manner);
    }

    /** What refuses the whole file, found in one fast pass before anything is stored; closes {@code in}. */
    public Optional<SourceItem.Stop> precheck(InputStream in) {
        return SourceFormats.precheck(format, trailer == null ? in : trailer.cutOff(in));
    }

    /** Why its last line refuses the whole file, where the layout has one that counts the others; reads and closes {@code in}. */
    public Optional<SourceItem.Stop> trailerFault(InputStream in) {
        return trailer.fault(in, cut -> SourceFormats.open(format, cut, keepsFaultyTexts ? ReadingManner.PLAIN.keepingFaultyTexts() : ReadingManner.PLAIN));
    }

    /** The last line that counts the others; empty when the layout has none. */
    public Optional<Trailer> trailer() {
        return Optional.ofNullable(trailer);
    }

    /** The columns of a table of this layout as its header names them; empty for other formats. Closes {@code in}. */
    public List<String> header(InputStream in) {
        return SourceFormats.header(format, in);
    }

    /** Whether a column of that name is read; false for formats without a header. */
    public boolean reads(String column) {
        return format instanceof SourceFormat.Csv csv
                && (csv.required().contains(column) || csv.optional().contains(column) || csv.otherNames().containsKey(column));
    }

    /** Maps one record, judged at {@code time}. Never throws for what the record holds. */
    public MappingResult apply(SourceRecord record, MappingTime time) {
        return notices.read(record, time);
    }
}

package org.earlyhelp.hub.format;

import ca.uhn.hl7v2.model.Segment;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a file into HL7 messages and parses each alone, so that a broken one costs itself. */
final class Hl7Source extends AbstractSource {
    private static final Set<String> WRAPPERS = Set.of("FHS", "BHS", "BTS", "FTS");
    private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}(\\W.*)?", Pattern.DOTALL);
    /** Start and end of a block, which some senders keep from a network connection. */
    private static final Pattern BLOCK_MARKS = Pattern.compile("[\\x0B\\x1C]");

    private final BufferedReader lines;
    private final Hl7Parser parser = new Hl7Parser();
    private long line;
    private long messageLine;
    private String heldMsh;
    private boolean begun;
    private String current;

    Hl7Source(StrictReader text) {
        super(text);
        lines = new BufferedReader(text);
    }

    @Override
    SourceItem advance() throws IOException {
        if (!begun) {
            begun = true;
            heldMsh = nextSegment();
            while (heldMsh != null && isWrapper(heldMsh)) {
                heldMsh = nextSegment();
            }
            messageLine = line;
            if (heldMsh != null && !heldMsh.startsWith("MSH")) {
                return notHl7();
            }
        }
        return heldMsh == null ? null : message();
    }

    private SourceItem message() throws IOException {
        SourceLocation at = nextRecordAt(messageLine);
        StringBuilder message = new StringBuilder(heldMsh);
        Texts.Fault fault = Texts.faultOf(heldMsh);
        boolean readable = true;
        int segments = 1;
        String next = nextSegment();
        while (next != null && !next.startsWith("MSH")) {
            if (!isWrapper(next)) {
                readable &= SEGMENT.matcher(next).matches();
                fault = fault == Texts.Fault.NONE ? Texts.faultOf(next) : fault;
                message.append('\r').append(next);
                segments++;
            }
            if (segments > SourceLimits.SEGMENT_LIMIT || message.length() > SourceLimits.RECORD_LIMIT_CHARACTERS) {
                return tooLong(at);
            }
            next = nextSegment();
        }
        heldMsh = next;
        messageLine = line;
        current = message.toString();
        return parsed(at, current, readable, fault);
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        List<String> segments = record.lines().map(segment -> BLOCK_MARKS.matcher(segment).replaceAll("")).filter(segment -> !segment.isBlank() && !isWrapper(segment)).toList();
        if (segments.isEmpty() || !segments.get(0).startsWith("MSH") || segments.stream().filter(segment -> segment.startsWith("MSH")).count() > 1) {
            return List.of(bad(notOne(at), () -> record));
        }
        Texts.Fault fault = segments.stream().map(Texts::faultOf).filter(found -> found != Texts.Fault.NONE).findFirst().orElse(Texts.Fault.NONE);
        current = String.join("\r", segments);
        return List.of(parsed(at, current, segments.stream().allMatch(segment -> SEGMENT.matcher(segment).matches()), fault));
    }

    @Override
    String textOf(SourceRecord record) {
        return sent();
    }

    /** The message that was read last. */
    private String sent() {
        return current.replace('\r', '\n');
    }

    private SourceItem parsed(SourceLocation at, String message, boolean readable, Texts.Fault fault) {
        Map<String, List<Segment>> segments = readable ? parser.parse(message).orElse(null) : null;
        if (segments == null) {
            return bad(new SourceItem.BadRow(at, "BAD_HL7", "The message cannot be read as HL7; it is refused, the others are read.",
                    "Send one segment a line, each beginning with its three-letter name."), this::sent);
        }
        if (!segments.containsKey("PID")) {
            return bad(new SourceItem.BadRow(at, "PID_MISSING", "The message has no PID segment; it is refused.", "Send the PID segment of the child."), this::sent);
        }
        return rowUnless(fault, null, new Hl7Record(at, segments, null), this::sent);
    }

    private String nextSegment() throws IOException {
        String next;
        do {
            next = lines.readLine();
            line++;
            next = next == null ? null : BLOCK_MARKS.matcher(next).replaceAll("");
        } while (next != null && next.isBlank());
        return next;
    }

    private static boolean isWrapper(String segment) {
        return segment.length() >= 3 && WRAPPERS.contains(segment.substring(0, 3));
    }

    private SourceItem notHl7() {
        return new SourceItem.Stop(new SourceLocation(line, 0), "BAD_HEADER", "The file does not begin as HL7 does; nothing was taken.",
                "The first segment must be FHS, BHS or MSH.", true);
    }

    private static SourceItem tooLong(SourceLocation at) {
        return new SourceItem.Stop(at, "LIMIT_EXCEEDED", "A message has more than " + SourceLimits.SEGMENT_LIMIT + " segments or "
                + SourceLimits.RECORD_LIMIT_CHARACTERS + " characters.", "Begin each message with an MSH segment.", true);
    }
}

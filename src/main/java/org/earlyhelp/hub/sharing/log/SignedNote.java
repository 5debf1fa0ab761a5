package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * A text with signatures under it (C2SP signed-note). A note that was read says nothing until {@link #check} has found a
 * known key's signature right.
 *
 * @param text       ends in a newline
 * @param signatures may be empty only in a note that is still to be signed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Most bytes of a note. */
    public static final int NOTE_LIMIT_BYTES = 64 * 1024;
    /** Most signatures under a note. */
    public static final int SIGNATURE_LIMIT = 64;

    public SignedNote {
        if (!text.endsWith("\n") || hasControls(text)) {
            throw new IllegalArgumentException("the text of a note ends in a newline and has no control character beside newlines");
        }
        signatures = List.copyOf(signatures);
    }

    /** The text signed by each of them, in that order. */
    public static SignedNote sign(String text, NoteSigner... signers) {
        SignedNote note = new SignedNote(text, List.of());
        for (NoteSigner signer : signers) {
            note = note.signedToo(signer);
        }
        return note;
    }

    /** UTF-8 as it came; bad beyond {@link #NOTE_LIMIT_BYTES} or {@link #SIGNATURE_LIMIT}, and for whatever is no signed note. */
    public static Parsed<SignedNote> parse(byte[] bytes) {
        if (bytes.length > NOTE_LIMIT_BYTES) {
            return bad("more than " + NOTE_LIMIT_BYTES + " bytes");
        }
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return bad("not UTF-8");
        }
    }

    /** As {@link #parse(byte[])}. */
    public static Parsed<SignedNote> parse(String note) {
        if (note.length() > NOTE_LIMIT_BYTES) {
            return bad("more than " + NOTE_LIMIT_BYTES + " bytes");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || hasControls(note)) {
            return bad("expected a text, a blank line and signatures, every line with a newline and no other control character");
        }
        List<String> lines = note.substring(blank + 2).lines().toList();
        if (lines.isEmpty() || lines.size() > SIGNATURE_LIMIT) {
            return bad(lines.size() + " signatures, expected 1 to " + SIGNATURE_LIMIT);
        }
        List<NoteSignature> signatures = lines.stream().map(NoteSignature::parse).flatMap(Optional::stream).toList();
        return signatures.size() == lines.size() ? Parsed.good(new SignedNote(note.substring(0, blank + 1), signatures))
                : bad("a signature line is not \"\u2014 name base64\"");
    }

    /** The same note with a signature more at its end. */
    public SignedNote signedToo(NoteSigner signer) {
        return with(new NoteSignature(signer.key().name(), signer.key().id(), signer.sign(text)));
    }

    /** The same note with a signature more at its end, such as a witness sent it. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** Whether that key signed this text. One wrong signature of the key spoils right ones. */
    public SignatureCheck check(NoteKey key) {
        List<NoteSignature> own = signaturesOf(key).toList();
        if (own.isEmpty()) {
            return SignatureCheck.ABSENT;
        }
        return own.stream().allMatch(one -> key.verifies(text, one.bytes())) ? SignatureCheck.RIGHT : SignatureCheck.WRONG;
    }

    /** When that witness saw this text, the latest if it signed more than once; empty unless its signatures are right. */
    public Optional<Instant> seenBy(NoteKey witness) {
        if (witness.kind() != NoteKey.Kind.WITNESS || check(witness) != SignatureCheck.RIGHT) {
            return Optional.empty();
        }
        return signaturesOf(witness).flatMap(one -> Cosignature.parse(one.bytes()).stream()).map(Cosignature::at).max(Instant::compareTo);
    }

    /** The note as it is kept and sent. */
    public String print() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    private Stream<NoteSignature> signaturesOf(NoteKey key) {
        return signatures.stream().filter(key::isOf);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(letter -> letter < ' ' && letter != '\n');
    }

    private static Parsed<SignedNote> bad(String reason) {
        return Parsed.bad("BAD_NOTE", reason);
    }
}

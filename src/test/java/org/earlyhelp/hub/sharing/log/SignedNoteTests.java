package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;

/** With the example of the specification, and the keys and notes that Go's own tests of signed notes publish. */
class SignedNoteTests {
    private static final String TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETER = "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final NoteKey PETERS_KEY = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").orThrow();
    private static final NoteKey ENOCHS_KEY = NoteKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop").orThrow();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void findsPublishedSignaturesRight() {
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER + ENOCH).orThrow();
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.check(PETERS_KEY)).isEqualTo(SignatureCheck.RIGHT);
        assertThat(note.check(ENOCHS_KEY)).isEqualTo(SignatureCheck.RIGHT);
        assertThat(note.print()).isEqualTo(TEXT + "\n" + PETER + ENOCH);
    }

    @Test
    void findsThePublishedSignatureWrongUnderAnotherText() {
        assertThat(SignedNote.parse(TEXT.replace("know", "know,") + "\n" + PETER).orThrow().check(PETERS_KEY)).isEqualTo(SignatureCheck.WRONG);
        assertThat(SignedNote.parse(TEXT + "\n" + ENOCH).orThrow().check(PETERS_KEY)).isEqualTo(SignatureCheck.ABSENT);
    }

    @Test
    void aWrongSignatureSpoilsARightOne() {
        String forged = PETER.replace("GUgYN", "GUgYM");
        assertThat(SignedNote.parse(TEXT + "\n" + PETER + forged).orThrow().check(PETERS_KEY)).isEqualTo(SignatureCheck.WRONG);
    }

    @Test
    void readsTheExampleOfTheSpecification() {
        String text = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned \u00e8 subito sera.\n";
        String line = "\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
        SignedNote note = SignedNote.parse((text + "\n" + line).getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(note.text()).isEqualTo(text);
        assertThat(note.signatures()).singleElement().satisfies(signature -> assertThat(signature.name()).isEqualTo("quasimodo.example/salvatore"));
    }

    @Test
    void refusesMalformedNotes() {
        assertThat(List.of(TEXT, TEXT + "\n", TEXT + "\n" + PETER.stripTrailing(), "\u0001" + TEXT + "\n" + PETER, TEXT + "\n" + PETER + "Unexpected line.\n",
                TEXT + "\n" + PETER.replace("PeterNeumann", "Bad Name"), TEXT + "\n" + PETER.replace("PeterNeumann", "a+b"), TEXT + "\n" + PETER.replace("PeterNeumann ", ""),
                TEXT + "\n" + PETER.replace('\u2014', '-'), TEXT + "\n" + PETER.replace("=", ""), TEXT + "\n" + PETER.replace("AM=", "AN="), "", "\n", "\n\n",
                TEXT.replace("\n", "\r\n") + "\n" + PETER, TEXT + "\n" + PETER.repeat(SignedNote.SIGNATURE_LIMIT + 1), "x".repeat(SignedNote.NOTE_LIMIT_BYTES) + "\n\n" + PETER,
                TEXT + "\n\u2014 PeterNeumann x08goA=\n", TEXT + "\n\u2014 PeterNeumann x08gow==\n"))
                .allSatisfy(note -> assertThat(SignedNote.parse(note)).isInstanceOf(Parsed.Bad.class));
        byte[] noText = (TEXT + "\n" + PETER).getBytes(StandardCharsets.UTF_8);
        noText[3] = (byte) 0xff;
        assertThat(SignedNote.parse(noText)).isEqualTo(Parsed.bad("BAD_NOTE", "not UTF-8"));
    }

    @Test
    void takesAsManySignaturesAsTheLimitSays() {
        assertThat(SignedNote.parse(TEXT + "\n" + ENOCH.repeat(SignedNote.SIGNATURE_LIMIT)).orThrow().check(ENOCHS_KEY)).isEqualTo(SignatureCheck.RIGHT);
    }

    @Test
    void everyMangledKeyIsRefused() {
        String vkey = PETERS_KEY.vkey();
        assertThat(vkey).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        for (int from = 0; from < vkey.length(); from++) {
            char[] mangled = vkey.toCharArray();
            mangled[from]++;
            assertThat(NoteKey.parse(new String(mangled))).isInstanceOf(Parsed.Bad.class);
            for (int to = from + 1; to <= vkey.length(); to++) {
                assertThat(to - from == vkey.length() || NoteKey.parse(vkey.substring(from, to)) instanceof Parsed.Bad).isTrue();
            }
        }
        assertThat(NoteKey.parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void signsWhatItThenFindsRight() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of("hub.example/log", NoteKey.Kind.LOG, pair.getPublic());
        SignedNote note = SignedNote.sign("a\n\nb\n", NoteSigner.log(key, pair.getPrivate()));
        SignedNote read = SignedNote.parse(note.print()).orThrow();
        assertThat(read).isEqualTo(note);
        assertThat(read.check(NoteKey.parse(key.vkey()).orThrow())).isEqualTo(SignatureCheck.RIGHT);
        assertThatThrownBy(() -> SignedNote.sign("no newline", NoteSigner.log(key, pair.getPrivate()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWitnessSaysWhenItSawTheNote() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey witness = NoteKey.of("witness.example/w1", NoteKey.Kind.WITNESS, pair.getPublic());
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER).orThrow().signedToo(NoteSigner.witness(witness, pair.getPrivate(), NOON.plusMillis(700)));
        assertThat(SignedNote.parse(note.print()).orThrow().seenBy(witness)).contains(NOON);
        assertThat(note.check(PETERS_KEY)).isEqualTo(SignatureCheck.RIGHT);
        assertThatThrownBy(() -> NoteSigner.log(witness, pair.getPrivate())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheTimeOfTheSpecificationsCosignature() {
        String line = "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";
        NoteSignature signature = NoteSignature.parse(line).orElseThrow();
        Cosignature cosigned = Cosignature.parse(signature.bytes()).orElseThrow();
        assertThat(Integer.toHexString(signature.keyId())).isEqualTo("8d66cf3f");
        assertThat(new String(cosigned.message("text\n"), StandardCharsets.UTF_8)).isEqualTo("cosignature/v1\ntime 1679315147\ntext\n");
        assertThat(signature.line()).isEqualTo(line);
    }

    @Test
    void aWitnessSignatureWithAnotherTimeIsWrong() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey witness = NoteKey.of("witness.example/w1", NoteKey.Kind.WITNESS, pair.getPublic());
        byte[] signed = NoteSigner.witness(witness, pair.getPrivate(), NOON).sign(TEXT);
        signed[7]++;
        SignedNote note = SignedNote.parse(TEXT + "\n" + PETER).orThrow().with(new NoteSignature(witness.name(), witness.id(), signed));
        assertThat(note.check(witness)).isEqualTo(SignatureCheck.WRONG);
        assertThat(note.seenBy(witness)).isEmpty();
    }
}

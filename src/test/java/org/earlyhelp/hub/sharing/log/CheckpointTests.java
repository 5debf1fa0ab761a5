package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;

class CheckpointTests {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void readsBackWhatItWrites() {
        Checkpoint read = Checkpoint.parse(TEXT).orThrow();
        assertThat(read).isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163, TreeHash.parse(ROOT).orThrow(), List.of()));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(Checkpoint.parse(TEXT + "one\ntwo\n").orThrow().text()).isEqualTo(TEXT + "one\ntwo\n");
    }

    @Test
    void refusesOtherTexts() {
        assertThat(List.of("", "\n", TEXT.stripTrailing(), TEXT.replace("208", "0208"), TEXT.replace("208", "+208"), TEXT.replace("208", "-208"),
                TEXT.replace("20852163", "99999999999999999999"), TEXT.replace("20852163", "9223372036854775807"), TEXT.replace("20852163", ""), TEXT.replace("20852163", "0"),
                TEXT.replace("=", ""), TEXT.replace("CsU", "Cs"), TEXT + "\n", TEXT + "x\n\ny\n", TEXT.substring(TEXT.indexOf('\n')), TEXT + "x\n".repeat(Checkpoint.EXTENSION_LIMIT + 1),
                TEXT + "x".repeat(Checkpoint.EXTENSION_LIMIT_CHARACTERS + 1) + "\n", "x".repeat(Checkpoint.ORIGIN_LIMIT_CHARACTERS + 1) + TEXT.substring(TEXT.indexOf('\n'))))
                .allSatisfy(text -> assertThat(Checkpoint.parse(text)).isInstanceOf(Parsed.Bad.class));
        assertThatThrownBy(() -> new Checkpoint("", 1, TreeHash.EMPTY, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a", 0, TreeHash.parse(ROOT).orThrow(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensOnlyWhatTheLogSigned() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of("example.com/behind-the-sofa", NoteKey.Kind.LOG, pair.getPublic());
        NoteKey other = NoteKey.of("example.com/other", NoteKey.Kind.LOG, pair.getPublic());
        Checkpoint checkpoint = Checkpoint.parse(TEXT).orThrow();
        SignedNote own = SignedCheckpoint.sign(checkpoint, NoteSigner.log(key, pair.getPrivate())).note();
        SignedNote foreign = SignedCheckpoint.sign(checkpoint, NoteSigner.log(other, pair.getPrivate())).note();
        assertThat(SignedCheckpoint.open(own, List.of(other, key)).orThrow().checkpoint()).isEqualTo(checkpoint);
        assertThat(SignedCheckpoint.open(foreign, List.of(other, key))).isEqualTo(Parsed.bad("NOT_SIGNED", "no key of the log example.com/behind-the-sofa signed it"));
        SignedNote changed = SignedNote.parse(own.print().replace("208", "209")).orThrow();
        assertThat(SignedCheckpoint.open(changed, List.of(key))).isEqualTo(Parsed.bad("BAD_SIGNATURE", "the signature of example.com/behind-the-sofa is not of this text"));
    }

    @Test
    void oneOfTwoKeysOfALogIsEnoughAndNoneMayBeWrong() throws GeneralSecurityException {
        KeyPair older = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair newer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey olderKey = NoteKey.of("example.com/behind-the-sofa", NoteKey.Kind.LOG, older.getPublic());
        NoteKey newerKey = NoteKey.of("example.com/behind-the-sofa", NoteKey.Kind.LOG, newer.getPublic());
        Checkpoint checkpoint = Checkpoint.parse(TEXT).orThrow();
        SignedNote both = SignedCheckpoint.sign(checkpoint, NoteSigner.log(olderKey, older.getPrivate()), NoteSigner.log(newerKey, newer.getPrivate())).note();
        assertThat(SignedCheckpoint.open(both, List.of(newerKey, olderKey))).isInstanceOf(Parsed.Good.class);
        assertThat(SignedCheckpoint.open(both, List.of(olderKey))).isInstanceOf(Parsed.Good.class);
        SignedNote oneWrong = SignedNote.sign(checkpoint.text(), NoteSigner.log(olderKey, older.getPrivate()), NoteSigner.log(newerKey, older.getPrivate()));
        assertThat(SignedCheckpoint.open(oneWrong, List.of(newerKey, olderKey))).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void aCommitmentHidesWhatItWasMadeOf() {
        Commitment commitment = Commitment.of(new byte[32], "{}");
        assertThat(commitment.base64()).isEqualTo("m+yuv4ct3jtBGF1iIeivlKYoHfAbKCbvZmW0MC2WK3E=");
        assertThat(new Opening(new byte[32], "{}").opens(commitment)).isTrue();
        assertThat(new Opening(new byte[32], "{ }").opens(commitment)).isFalse();
        assertThat(new Opening(new byte[31], "{}").opens(commitment)).isFalse();
        assertThatThrownBy(() -> Commitment.of(new byte[16], "{}")).hasMessage("a salt has 32 bytes, not 16");
    }
}

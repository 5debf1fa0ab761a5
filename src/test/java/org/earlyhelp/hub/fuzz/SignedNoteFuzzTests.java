package org.earlyhelp.hub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;

/** Signed notes and the other texts of the log that others hand over: what is read prints as it came, and nobody's signature is made up. */
class SignedNoteFuzzTests {
    private static final NoteKey KEY = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").orThrow();
    private static final String SIGNED_BY_HIM = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    @FuzzTest(maxDuration = "1m")
    void printsWhatItReads(byte[] input) {
        SignedNote.parse(input).asOptional().ifPresent(note -> {
            assertThat(note.print().getBytes(StandardCharsets.UTF_8)).isEqualTo(input);
            note.check(KEY);
        });
        SignedCheckpoint.open(input, List.of(KEY)).asOptional().ifPresent(open -> assertThat(open.note().text()).isEqualTo(SIGNED_BY_HIM));
        String text = new String(input, StandardCharsets.UTF_8);
        Checkpoint.parse(text).asOptional().ifPresent(checkpoint -> assertThat(checkpoint.text()).isEqualTo(text));
        ErasedIndexes.parse(text).asOptional().ifPresent(erased -> assertThat(erased.text()).isEqualTo(text));
        Commitment.parse(text);
        NoteKey.parse(text);
    }
}

package org.earlyhelp.hub.sharing.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSignature;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.TreeHash;

/** The hub's side of one witness: asks for a cosignature, and for what was cosigned last. Believes only what the witness's key signed. Thread-safe. */
public final class WitnessClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final String prefix;
    private final NoteKey key;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).followRedirects(HttpClient.Redirect.NEVER).build();

    /** The witness at that address, such as {@code http://witness.example:7380}, known by its key. */
    public WitnessClient(URI address, NoteKey key) {
        this.prefix = address.toString().replaceAll("/+$", "");
        this.key = key;
    }

    /** Sends the checkpoint with the proof that the log grew to it from {@code oldSize}. */
    public Cosigning cosign(SignedCheckpoint checkpoint, long oldSize, List<TreeHash> proof) {
        byte[] body = new AddCheckpoint(oldSize, proof, checkpoint.note()).print();
        HttpRequest.Builder request = request("/add-checkpoint").POST(HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return understood(answer, text(answer), checkpoint.note());
        } catch (IOException e) {
            return new Cosigning.NoAnswer("the witness cannot be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Cosigning.NoAnswer("interrupted while waiting for the witness");
        }
    }

    /** What the witness cosigned last for the log of that origin, signed by one of {@code logKeys} and by the witness; empty when there is none or it cannot be had. */
    public Optional<SignedCheckpoint> latest(String origin, Collection<NoteKey> logKeys) {
        try {
            HttpResponse<InputStream> answer = http.send(request("/checkpoints/" + WitnessFolder.name(origin)).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            String text = text(answer);
            return answer.statusCode() != WitnessAnswer.COSIGNED ? Optional.empty() : SignedNote.parse(text).asOptional().filter(note -> note.seenBy(key).isPresent())
                    .flatMap(note -> SignedCheckpoint.open(note, logKeys).asOptional()).filter(seen -> seen.checkpoint().origin().equals(origin));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The key by which the witness's signatures are known. */
    public NoteKey key() {
        return key;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(prefix + path)).timeout(ANSWER_LIMIT);
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(SignedNote.NOTE_LIMIT_BYTES), StandardCharsets.UTF_8);
        }
    }

    private Cosigning understood(HttpResponse<InputStream> answer, String text, SignedNote note) {
        boolean isSize = answer.headers().firstValue("Content-Type").orElse("").equals(WitnessAnswer.SIZE_TYPE) && SIZE.matcher(text).matches();
        return switch (answer.statusCode()) {
            case WitnessAnswer.COSIGNED -> cosigned(text, note);
            case WitnessAnswer.CONFLICT -> isSize ? new Cosigning.SeenLast(Long.parseLong(text.strip())) : new Cosigning.Refused(true, "the witness cosigned another root for this size");
            case WitnessAnswer.NOT_GROWN -> new Cosigning.Refused(true, "the witness cosigned a checkpoint that this log does not continue");
            case WitnessAnswer.NOT_SIGNED, WitnessAnswer.UNKNOWN_LOG -> new Cosigning.Refused(false, "the witness does not know this log's key: start it with --log");
            default -> new Cosigning.NoAnswer("the witness answered " + answer.statusCode());
        };
    }

    private Cosigning cosigned(String text, SignedNote note) {
        Optional<SignedNote> seen = text.lines().map(NoteSignature::parse).flatMap(Optional::stream).map(note::with).filter(with -> with.seenBy(key).isPresent()).findFirst();
        return seen.<Cosigning>map(Cosigning.Cosigned::new).orElseGet(() -> new Cosigning.NoAnswer("what the witness sent is not signed by its key"));
    }
}

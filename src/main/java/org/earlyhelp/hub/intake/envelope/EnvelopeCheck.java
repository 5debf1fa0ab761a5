package org.earlyhelp.hub.intake.envelope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.FileForm;
import org.earlyhelp.hub.sharing.SignerKeys;
import org.springframework.stereotype.Component;

/**
 * Opens what a file is wrapped in, once, and keeps the content beside it; from then on the raw store hands out the content. A
 * plain file stays as it is. Thread-safe for different deliveries.
 */
@Component
public class EnvelopeCheck {
    private final RawStore raw;
    private final HubPgpKey key;
    private final HubClock clock;

    public EnvelopeCheck(RawStore raw, HubPgpKey key, HubClock clock) {
        this.raw = raw;
        this.key = key;
        this.clock = clock;
    }

    /** Why the file cannot be opened, or may not come as it does; empty when its content can be read. */
    public Optional<DeliveryError> refusal(Delivery delivery, FileForm form) {
        if (raw.hasOpened(delivery.upload(), delivery.receivedAt())) {
            return Optional.empty();
        }
        try (Watched sent = new Watched(raw.open(delivery.upload(), delivery.receivedAt()))) {
            return open(delivery, form, sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a file that is at hand and is kept nowhere. Throws IOException as {@link #refusal} says why. */
    public byte[] opened(byte[] file, FileForm form) throws IOException {
        try (Watched sent = new Watched(new ByteArrayInputStream(file))) {
            PushbackInputStream in = new PushbackInputStream(sent, Wrapping.LOOK_BYTES);
            Wrapping wrapping = Wrapping.of(in);
            check(wrapping, form);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            if (wrapping != Wrapping.NONE) {
                unwrap(wrapping, form, in, sent, content);
            }
            return wrapping == Wrapping.NONE ? file : content.toByteArray();
        }
    }

    private Optional<DeliveryError> open(Delivery delivery, FileForm form, Watched sent) throws IOException {
        PushbackInputStream in = new PushbackInputStream(sent, Wrapping.LOOK_BYTES);
        Wrapping wrapping = Wrapping.of(in);
        try {
            check(wrapping, form);
            if (wrapping != Wrapping.NONE) {
                raw.keepOpened(delivery.upload(), delivery.receivedAt(), out -> unwrap(wrapping, form, in, sent, out));
            }
            return Optional.empty();
        } catch (EnvelopeFault e) {
            return Optional.of(new DeliveryError(0, 0, null, e.code(), false, e.getMessage(), e.fix()));
        }
    }

    private static void check(Wrapping wrapping, FileForm form) throws EnvelopeFault {
        boolean agreed = switch (wrapping) {
            case NONE -> form.pgp() != FileForm.Pgp.REQUIRED;
            case ZIP -> form.zip() && form.pgp() != FileForm.Pgp.REQUIRED;
            case PGP -> form.pgp() != FileForm.Pgp.NO;
        };
        if (!agreed && form.pgp() == FileForm.Pgp.REQUIRED) {
            throw new EnvelopeFault("NOT_ENCRYPTED", "The file is not encrypted, and the agreement says that files of this feed are. Nothing of it was taken.",
                    "Encrypt it with the hub's public key, hub-public-key.asc in /help/.");
        }
        if (!agreed) {
            throw new EnvelopeFault("NOT_AGREED", "The file is " + (wrapping == Wrapping.ZIP ? "zipped" : "encrypted") + ", which is not agreed for this feed. Nothing of it was taken.",
                    "Send it as the layout describes it, or ask the council to change the agreement.");
        }
    }

    /** Parsers wrap what befalls them: a failure of the disk is told from a fault of the file by who noticed it. */
    private void unwrap(Wrapping wrapping, FileForm form, InputStream in, Watched sent, OutputStream to) throws IOException {
        Measured out = new Measured(to, sent, Measured.SIZE_LIMIT_BYTES);
        try {
            if (wrapping == Wrapping.ZIP) {
                ZipOpening.open(in, out);
            } else {
                new PgpOpening(key, SignerKeys.of(form.signers()), clock.now()).open(in, content -> inner(content, form, out));
            }
        } catch (IOException | RuntimeException e) {
            throw cause(e, sent, out, wrapping);
        }
    }

    private static void inner(InputStream content, FileForm form, Measured out) throws IOException {
        PushbackInputStream in = new PushbackInputStream(content, Wrapping.LOOK_BYTES);
        Wrapping wrapping = Wrapping.of(in);
        if (wrapping == Wrapping.PGP || wrapping == Wrapping.ZIP && !form.zip()) {
            throw EnvelopeFault.nested();
        }
        if (wrapping == Wrapping.ZIP) {
            ZipOpening.open(in, out);
        } else {
            in.transferTo(out);
        }
    }

    private static IOException cause(Exception e, Watched sent, Measured out, Wrapping wrapping) {
        if (sent.failure() != null) {
            return sent.failure();
        }
        if (out.failure() != null) {
            return out.failure();
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EnvelopeFault fault) {
                return fault;
            }
        }
        return EnvelopeFault.damaged(wrapping == Wrapping.ZIP ? "The zip" : "The encrypted file");
    }
}

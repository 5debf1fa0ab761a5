package org.earlyhelp.hub.intake.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.FileForm;
import org.springframework.stereotype.Component;

/**
 * Wraps a small file that the hub sends to itself as the agreement lets files of a feed come, and opens it again as theirs are
 * opened: zipped, and encrypted for the hub. Nobody signs it, so a signature is not asked for. Thread-safe.
 */
@Component
public class OwnEnvelope {
    private static final String NAME = "file";
    private final EnvelopeCheck check;
    private final HubPgpKey key;
    private final HubClock clock;

    public OwnEnvelope(EnvelopeCheck check, HubPgpKey key, HubClock clock) {
        this.check = check;
        this.key = key;
        this.clock = clock;
    }

    /** Whether such files may come wrapped in anything. */
    public static boolean isAgreed(FileForm form) {
        return form.zip() || form.pgp() != FileForm.Pgp.NO;
    }

    /** The content in all that is agreed. */
    public byte[] wrapped(byte[] content, FileForm form) {
        try {
            byte[] zipped = form.zip() ? zipped(content) : content;
            return form.pgp() == FileForm.Pgp.NO ? zipped : encrypted(zipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException("nothing can be encrypted for the hub's own key", e);
        }
    }

    /** The content again. Throws IOException when the hub cannot open what it made: its key or its limits are not what they were. */
    public byte[] opened(byte[] file, FileForm form) throws IOException {
        return check.opened(file, new FileForm(form.zip(), form.pgp(), List.of(), form.checksum()));
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry(NAME));
            zip.write(content);
        }
        return zipped.toByteArray();
    }

    private byte[] encrypted(byte[] content) throws IOException, PGPException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key.pair(0).orElseThrow().getPublicKey()));
        byte[] packet = literal(content, clock.now());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (OutputStream out = generator.open(message, packet.length)) {
            out.write(packet);
        }
        return message.toByteArray();
    }

    private static byte[] literal(byte[] content, Instant at) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try (OutputStream out = new PGPLiteralDataGenerator().open(packet, PGPLiteralData.BINARY, NAME, content.length, Date.from(at))) {
            out.write(content);
        }
        return packet.toByteArray();
    }
}

package org.earlyhelp.hub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.envelope.EnvelopeCheck;
import org.earlyhelp.hub.intake.envelope.HubPgpKey;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.FileForm;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.util.FileSystemUtils;

/** What a file comes wrapped in: it is opened, or its fault is told, and no content of a refused one is kept. */
class EnvelopeFuzzTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final FileForm ZIPPED = new FileForm(true, FileForm.Pgp.NO, List.of(), false);
    private static final FileForm ENCRYPTED = new FileForm(true, FileForm.Pgp.REQUIRED, List.of(), false);
    private static final HubClock CLOCK = HubClock.fixedAt(NOW);
    private static Path folder;
    private static RawStore raw;
    private static EnvelopeCheck check;
    private static PGPPublicKey key;

    @BeforeAll
    static void start() throws IOException, PGPException, GeneralSecurityException {
        folder = Files.createTempDirectory("envelopes-");
        HubSettings settings = new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), true);
        KeyFile.make(settings.keyDir().resolve("files.pgp"), smallRing());
        HubPgpKey own = new HubPgpKey(settings, CLOCK);
        raw = new RawStore(settings);
        check = new EnvelopeCheck(raw, own, CLOCK);
        PGPPublicKeyRing ring = new PGPPublicKeyRing(PGPUtil.getDecoderStream(new ByteArrayInputStream(own.publicKey().getBytes(StandardCharsets.US_ASCII))),
                new BcKeyFingerprintCalculator());
        ring.forEach(part -> key = part.isEncryptionKey() && !part.isMasterKey() ? part : key);
    }

    @AfterAll
    static void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The first byte chooses: a file where zips are agreed, one where encryption is, or packets that are encrypted for the hub. */
    @FuzzTest(maxDuration = "2m")
    void opensOrTellsTheFault(byte[] input) throws IOException, PGPException {
        if (input.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        int kind = (input[0] & 0xFF) % 3;
        Delivery file = file(kind == 2 ? encrypted(content) : content);
        Optional<DeliveryError> refusal = check.refusal(file, kind == 0 ? ZIPPED : ENCRYPTED);

        assertThat(raw.hasOpened(file.upload(), NOW) && refusal.isPresent()).isFalse();
        refusal.ifPresent(error -> assertThat(error.message().codePoints()).noneMatch(Character::isISOControl));
        raw.forget(file.upload(), NOW);
    }

    /** Weak and quickly made: nothing depends on it. */
    private static byte[] smallRing() throws IOException, PGPException, GeneralSecurityException {
        PGPKeyPair main = smallPair();
        PGPSignatureSubpacketGenerator decrypting = new PGPSignatureSubpacketGenerator();
        decrypting.setKeyFlags(true, KeyFlags.ENCRYPT_STORAGE);
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, main, "fuzzer", new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null, null, new BcPGPContentSignerBuilder(main.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256), null);
        ring.addSubKey(smallPair(), decrypting.generate(), null);
        return ring.generateSecretKeyRing().getEncoded();
    }

    private static PGPKeyPair smallPair() throws PGPException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_024);
        return new JcaPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), Date.from(NOW));
    }

    private static byte[] encrypted(byte[] packets) throws IOException, PGPException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true).setSecureRandom(new SecureRandom()));
        generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (OutputStream out = generator.open(message, packets.length)) {
            out.write(packets);
        }
        return message.toByteArray();
    }

    private static Delivery file(byte[] content) throws IOException {
        String upload = Ids.ulid(CLOCK);
        RawStore.Content kept = raw.keep(upload, NOW, new ByteArrayInputStream(content));
        return new Delivery(1, "R-20261123-7F3KQ2", upload, "avonford-schools", null, "school-attendance", false, null, null, "week47.csv", kept.bytes(), kept.sha256(),
                Stage.RECEIVED, null, null, NOW, null, 0, Counts.NONE);
    }
}

package org.earlyhelp.hub.journey.outside;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate of its own for a server on this machine, by which alone it is believed. In its folder: {@code certificate.pem},
 * {@code key.pem} for its owner alone, and both as {@code server.p12}.
 */
record ServerCertificate(Path folder) {
    static final char[] STORE_PASSWORD = "server-store".toCharArray();
    private static final Duration LASTS = Duration.ofDays(2);

    /** Makes one for the address 127.0.0.1, or for another that then does not fit. */
    static ServerCertificate make(Path folder, String address) throws IOException {
        try {
            Files.createDirectories(folder);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = signed(pair, address);
            ServerCertificate made = new ServerCertificate(folder);
            Files.writeString(made.pem(), pem("CERTIFICATE", certificate.getEncoded()));
            Files.deleteIfExists(made.key());
            Files.createFile(made.key(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(made.key(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", pair.getPrivate(), STORE_PASSWORD, new Certificate[] {certificate});
            try (OutputStream out = Files.newOutputStream(made.store())) {
                store.store(out, STORE_PASSWORD);
            }
            return made;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    Path pem() {
        return folder.resolve("certificate.pem");
    }

    Path key() {
        return folder.resolve("key.pem");
    }

    Path store() {
        return folder.resolve("server.p12");
    }

    private static X509Certificate signed(KeyPair pair, String address) throws CertIOException, OperatorCreationException, GeneralSecurityException {
        X500Name name = new X500Name("CN=outside server of a test");
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minus(LASTS)), Date.from(now.plus(LASTS)), name, pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + "-----\n";
    }
}

package org.earlyhelp.hub.embedded.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom to believe when a server shows its certificate: those of a PEM file and nobody else, and none that has ended. */
public final class TrustedCertificates {
    private TrustedCertificates() {
    }

    /** Throws IllegalArgumentException, with what is wrong, when the file holds no certificate that can be read. */
    public static TrustManager[] read(Path file) {
        try {
            return trusting(certificates(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates (PEM) can be read from it", e);
        }
    }

    /** All certificates of the file, in its order. Throws as {@link #read}. */
    public static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in it");
            }
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates (PEM) can be read from it", e);
        }
    }

    private static TrustManager[] trusting(List<X509Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers()).map(manager -> manager instanceof X509ExtendedTrustManager java ? new TimelyTrust(java) : manager)
                .toArray(TrustManager[]::new);
    }
}

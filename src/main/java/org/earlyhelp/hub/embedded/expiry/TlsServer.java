package org.earlyhelp.hub.embedded.expiry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A server whose certificate can be looked at.
 *
 * @param postgres whether it must first be asked for TLS in PostgreSQL's own way
 */
record TlsServer(String host, int port, boolean postgres) {
    private static final int WAIT_MILLIS = 5_000;
    private static final int REQUEST_BYTES = 8;
    /** PostgreSQL's SSLRequest: 1234 in the upper half, 5679 in the lower. */
    private static final int REQUEST_CODE = 80_877_103;

    /** When the first certificate of those ends that the server shows. Throws IOException when it is away or shows none. */
    Instant end() throws IOException {
        try (Socket line = new Socket()) {
            line.connect(new InetSocketAddress(host, port), WAIT_MILLIS);
            line.setSoTimeout(WAIT_MILLIS);
            if (postgres) {
                askForTls(line);
            }
            try (SSLSocket secured = (SSLSocket) looking().getSocketFactory().createSocket(line, host, port, true)) {
                secured.startHandshake();
                return Stream.of(secured.getSession().getPeerCertificates()).map(TlsServer::end).min(Comparator.naturalOrder()).orElseThrow();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void askForTls(Socket line) throws IOException {
        DataOutputStream out = new DataOutputStream(line.getOutputStream());
        out.writeInt(REQUEST_BYTES);
        out.writeInt(REQUEST_CODE);
        out.flush();
        if (line.getInputStream().read() != 'S') {
            throw new IOException("the server offers no TLS");
        }
    }

    private static Instant end(Certificate certificate) {
        return ((X509Certificate) certificate).getNotAfter().toInstant();
    }

    /** Takes any certificate, since one that has ended is what is looked for: nothing is ever said over such a line. */
    private static SSLContext looking() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String kind) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String kind) {
                // Only its dates are of interest.
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }}, null);
        return context;
    }
}

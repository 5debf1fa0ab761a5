package org.earlyhelp.hub.cli.torture.matrix;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;

/** A council's sign-in service (OpenID Connect) at which everybody is a worker of the front door; it can be stopped and started again where it was. Thread-safe. */
final class SignInStub implements AutoCloseable {
    static final String CLIENT = "hub";
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(5);
    private static final int KEY_BITS = 2_048;
    private static final int OK = 200;
    private static final int FOUND = 302;
    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private int port;
    private HttpServer server;

    private SignInStub(RSAKey key) {
        this.key = key;
    }

    static SignInStub start() throws IOException, JOSEException {
        SignInStub stub = new SignInStub(new RSAKeyGenerator(KEY_BITS).keyID("made").generate());
        stub.startAgain();
        return stub;
    }

    /** Nobody answers there any more. */
    void stop() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        port = server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "subject_types_supported":["public"],"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    /** For the setting. */
    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = Ids.password();
        nonces.put(code, asked.get("nonce"));
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state").replace("=", "%3D"));
        exchange.sendResponseHeaders(FOUND, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, "{\"access_token\":\"made\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + idToken(nonces.remove(asked.get("code"))) + "\"}");
    }

    private String idToken(String nonce) throws IOException {
        Instant now = HubClock.machineTime();
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer()).subject("worker-1").audience(CLIENT).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(TOKEN_LASTS)))
                .claim("nonce", nonce).claim("groups", List.of("front-door")).build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            parameters.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        stop();
    }
}

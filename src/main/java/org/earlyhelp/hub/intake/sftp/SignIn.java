package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.earlyhelp.hub.intake.SftpAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agencies by key, the hub itself by the password of this run; nobody else. A client may offer several keys before the right
 * one: a try has failed when its session ends without a sign-in.
 */
final class SignIn implements PublickeyAuthenticator, PasswordAuthenticator, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final AttributeKey<PublicKey> OPENED_BY = new AttributeKey<>();
    private static final AttributeKey<Attempt> ATTEMPT = new AttributeKey<>();

    private final Supplier<List<SftpAccount>> accounts;
    private final String hubUser;
    private final byte[] hubPassword;
    private final Doorkeeper keeper;

    private record Attempt(String name, String address, Doorkeeper.Refusal refusal) {
    }

    SignIn(Supplier<List<SftpAccount>> accounts, String hubUser, String hubPassword, Doorkeeper keeper) {
        this.accounts = accounts;
        this.hubUser = hubUser;
        this.hubPassword = hubPassword.getBytes(StandardCharsets.UTF_8);
        this.keeper = keeper;
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        if (hubUser.equals(user)) {
            return false;
        }
        String address = addressOf(session);
        Optional<SftpAccount> account = named(user);
        Doorkeeper.Refusal refusal = refusal(user, account, key, address);
        session.setAttribute(ATTEMPT, new Attempt(user, address, refusal));
        if (refusal == null) {
            session.setAttribute(OPENED_BY, key);
        }
        return refusal == null;
    }

    @Override
    public boolean authenticate(String user, String password, ServerSession session) {
        boolean hub = hubUser.equals(user) && MessageDigest.isEqual(hubPassword, password.getBytes(StandardCharsets.UTF_8));
        if (!hub) {
            session.setAttribute(ATTEMPT, new Attempt(user, addressOf(session), Doorkeeper.Refusal.WRONG_KEY));
        }
        return hub;
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        PublicKey key = session.getAttribute(OPENED_BY);
        if (event == Event.Authenticated && key != null) {
            named(session.getUsername()).ifPresent(account -> keeper.signedIn(account, addressOf(session), KeyUtils.getFingerPrint(key)));
        }
    }

    @Override
    public void sessionClosed(Session session) {
        Attempt attempt = session.getAttribute(ATTEMPT);
        if (attempt != null && attempt.refusal() != null && !session.isAuthenticated()) {
            keeper.refused(attempt.name(), named(attempt.name()), attempt.address(), attempt.refusal());
        }
    }

    /** Whether the session would still be let in: its key may have been retired, or its agreement may have ended, since. */
    boolean isStillWelcome(Session session) {
        if (!session.isAuthenticated() || hubUser.equals(session.getUsername())) {
            return true;
        }
        PublicKey key = session.getAttribute(OPENED_BY);
        return key != null && named(session.getUsername()).filter(account -> account.mayComeFrom(addressOf(session)) && opens(account, key)).isPresent();
    }

    /** A key cannot be guessed, so the right one opens also where others fail: an old program must not shut out the notices beside it. */
    private Doorkeeper.Refusal refusal(String user, Optional<SftpAccount> account, PublicKey key, String address) {
        boolean fromElsewhere = account.isPresent() && !account.get().mayComeFrom(address);
        if (account.isPresent() && !fromElsewhere && opens(account.get(), key)) {
            return null;
        }
        if (keeper.isLockedOut(user, address)) {
            return Doorkeeper.Refusal.LOCKED_OUT;
        }
        return fromElsewhere ? Doorkeeper.Refusal.WRONG_ADDRESS : Doorkeeper.Refusal.WRONG_KEY;
    }

    private Optional<SftpAccount> named(String user) {
        return accounts.get().stream().filter(account -> account.home().equals(user)).findFirst();
    }

    private static boolean opens(SftpAccount account, PublicKey key) {
        return account.publicKeys().stream().anyMatch(line -> isKey(account.home(), line, key));
    }

    private static String addressOf(Session session) {
        SocketAddress remote = session.getRemoteAddress();
        return remote instanceof InetSocketAddress net && net.getAddress() != null ? net.getAddress().getHostAddress().replaceAll("%.*", "") : "";
    }

    private static boolean isKey(String account, String line, PublicKey offered) {
        try {
            PublicKey known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
            return KeyUtils.compareKeys(known, offered);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("A key of {} is not an OpenSSH public key; it lets nobody in", account);
            return false;
        }
    }
}

package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.earlyhelp.hub.intake.SftpAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Agencies by key, the hub itself by the password of this run; nobody else. */
final class SignIn implements PublickeyAuthenticator, PasswordAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Supplier<List<SftpAccount>> accounts;
    private final String hubUser;
    private final byte[] hubPassword;

    SignIn(Supplier<List<SftpAccount>> accounts, String hubUser, String hubPassword) {
        this.accounts = accounts;
        this.hubUser = hubUser;
        this.hubPassword = hubPassword.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        return !hubUser.equals(user) && accounts.get().stream().filter(account -> account.agency().equals(user))
                .flatMap(account -> account.publicKeys().stream()).anyMatch(line -> isKey(user, line, key));
    }

    @Override
    public boolean authenticate(String user, String password, ServerSession session) {
        return hubUser.equals(user) && MessageDigest.isEqual(hubPassword, password.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isKey(String agency, String line, PublicKey offered) {
        try {
            PublicKey known = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
            return KeyUtils.compareKeys(known, offered);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("A key of {} is not an OpenSSH public key; it lets nobody in", agency);
            return false;
        }
    }
}

package org.earlyhelp.hub.sharing.storage.fault;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A fault of the database for the moment: a lost line, a full disk, a deadlock, a lock that somebody else keeps, no connection
 * free. What met it is tried again and never set aside as faulty itself. Stateless.
 */
public final class PassingFault {
    /** {@code lock_not_available}; Spring has no kind of its own for it. */
    private static final String LOCK_KEPT = "55P03";

    private PassingFault() {
    }

    /** Whether it, or any cause of it, is one. */
    public static boolean isBehind(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException
                    || cause instanceof SQLException broken && LOCK_KEPT.equals(broken.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

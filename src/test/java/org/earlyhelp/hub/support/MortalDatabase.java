package org.earlyhelp.hub.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database on which one thread can be killed at a transaction to come, as by {@code kill -9}: it ends there, and nothing is
 * taken back but what the database takes back by itself. All other threads live on. VACUUM and the like are no transactions here.
 */
public final class MortalDatabase {
    private static final Set<String> WHAT_A_SERVER_DOES_FOR_THE_DEAD = Set.of("rollback", "close", "isClosed", "getAutoCommit", "setAutoCommit", "isReadOnly", "setReadOnly",
            "getTransactionIsolation", "setTransactionIsolation", "getWarnings", "clearWarnings", "unwrap", "isWrapperFor", "toString", "hashCode", "equals");
    private static final Set<String> WRITES = Set.of("executeUpdate", "executeLargeUpdate", "executeBatch");
    private final DataSource database;
    private volatile Thread mortal;
    private volatile At at;
    private volatile boolean dead;
    private volatile int left;

    /** Where the thread ends: what it did outside the database is done, or its transaction stands as well. */
    public enum At { BEFORE_COMMIT, AFTER_COMMIT }

    /** No exception that anybody catches. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private interface Call {
        Object make() throws Throwable;
    }

    public MortalDatabase(DataSource database) {
        this.database = database;
    }

    /** The database as the hub sees it. */
    public DataSource asDataSource() {
        return proxy(DataSource.class, (name, call) -> {
            if (!WHAT_A_SERVER_DOES_FOR_THE_DEAD.contains(name)) {
                refuseDead();
            }
            Object given = call.make();
            return given instanceof Connection connection ? connection(connection) : given;
        }, database);
    }

    /** The calling thread dies at its transaction of that number, the next being 1. */
    public void kill(At when, int number) {
        at = when;
        left = number;
        dead = false;
        mortal = Thread.currentThread();
    }

    /** The calling thread is another one now, which nobody kills. */
    public void revive() {
        mortal = null;
        dead = false;
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (name, call) -> {
            if (!WHAT_A_SERVER_DOES_FOR_THE_DEAD.contains(name)) {
                refuseDead();
            }
            if (name.equals("commit")) {
                return transact(call, connection::rollback);
            }
            Object given = call.make();
            return given instanceof Statement statement ? statement(statement, connection) : given;
        }, connection);
    }

    private Object statement(Statement statement, Connection connection) {
        Class<? extends Statement> kind = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(kind, (name, call) -> {
            if (!WHAT_A_SERVER_DOES_FOR_THE_DEAD.contains(name)) {
                refuseDead();
            }
            return WRITES.contains(name) && connection.getAutoCommit() ? transact(call, () -> { }) : call.make();
        }, statement);
    }

    private Object transact(Call commit, Rollback otherwise) throws Throwable {
        if (Thread.currentThread() != mortal || --left > 0) {
            return commit.make();
        }
        if (at == At.AFTER_COMMIT) {
            commit.make();
        } else {
            otherwise.roll();
        }
        dead = true;
        throw new Killed();
    }

    private interface Rollback {
        void roll() throws SQLException;
    }

    private void refuseDead() {
        if (dead && Thread.currentThread() == mortal) {
            throw new Killed();
        }
    }

    private interface Watch {
        Object on(String name, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Watch watch, Object behind) {
        return type.cast(Proxy.newProxyInstance(MortalDatabase.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> watch.on(method.getName(), () -> call(method, behind, arguments))));
    }

    private static Object call(Method method, Object behind, Object[] arguments) throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

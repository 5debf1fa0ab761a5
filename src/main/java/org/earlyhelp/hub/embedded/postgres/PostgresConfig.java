package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The server's settings, written to {@code hub.conf} in its data folder at every start; PostgreSQL's own file includes it. */
final class PostgresConfig {
    private static final String FILE = "hub.conf";

    private PostgresConfig() {
    }

    static void include(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), "include '" + FILE + "'\n", StandardOpenOption.APPEND);
    }

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve(FILE), """
                # Written by the hub at every start: change nothing here.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 50
                password_encryption = 'scram-sha-256'
                # What is committed is on the disk. The hub refuses to start when one of these is off.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 256MB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                wal_compression = on
                # A log segment that is done goes, instead of lying about with what was erased since.
                wal_recycle = off
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                # A failing statement and the detail of its error may hold personal data: neither is logged.
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                """.formatted(port));
    }
}

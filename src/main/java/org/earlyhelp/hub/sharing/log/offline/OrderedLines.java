package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Lines of a file, each worked on by any thread and given back in the file's order. Reads ahead by a bounded number of
 * bytes. Not thread-safe.
 */
final class OrderedLines<T> {
    /** What is done to a line; {@code number} counts from 0. */
    interface Work<T> {
        T on(long number, byte[] line);
    }

    private static final int BLOCK_LINES = 256;
    private static final int BLOCK_LIMIT_BYTES = 4 * 1024 * 1024;
    private static final int BLOCKS_AHEAD = 8;

    private final LineReader reader;
    private final Work<T> work;
    private final ExecutorService threads;
    private final Queue<Future<List<T>>> ahead = new ArrayDeque<>();
    private Iterator<T> current = List.<T>of().iterator();
    private long lines;
    private boolean ended;
    /** Told only when all before it was given. */
    private FaultFound atTheEnd;

    OrderedLines(LineReader reader, Work<T> work, ExecutorService threads) {
        this.reader = reader;
        this.work = work;
        this.threads = threads;
    }

    /** The next result; null after the last line. */
    T next() throws IOException {
        while (!current.hasNext()) {
            readAhead();
            if (ahead.isEmpty()) {
                return end();
            }
            current = finished(ahead.remove()).iterator();
        }
        return current.next();
    }

    private T end() {
        if (atTheEnd != null) {
            throw atTheEnd;
        }
        return null;
    }

    private void readAhead() throws IOException {
        while (!ended && ahead.size() < BLOCKS_AHEAD) {
            long first = lines;
            List<byte[]> block = block();
            if (!block.isEmpty()) {
                ahead.add(threads.submit(() -> worked(first, block)));
            }
        }
    }

    private List<byte[]> block() throws IOException {
        List<byte[]> block = new ArrayList<>(BLOCK_LINES);
        for (int bytes = 0; block.size() < BLOCK_LINES && bytes < BLOCK_LIMIT_BYTES;) {
            byte[] line = line();
            if (line == null) {
                ended = true;
                break;
            }
            block.add(line);
            bytes += line.length;
        }
        lines += block.size();
        return block;
    }

    private byte[] line() throws IOException {
        try {
            return reader.next();
        } catch (FaultFound e) {
            atTheEnd = e;
            return null;
        }
    }

    private List<T> worked(long first, List<byte[]> block) {
        List<T> results = new ArrayList<>(block.size());
        for (byte[] line : block) {
            results.add(work.on(first + results.size(), line));
        }
        return results;
    }

    private List<T> finished(Future<List<T>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}

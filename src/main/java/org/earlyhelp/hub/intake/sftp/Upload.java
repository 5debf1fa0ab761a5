package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * One upload in progress: a channel into a hidden file that counts what was written, so that a hole in the file is
 * noticed, and stops at its size limit. Used by one SFTP session's thread.
 */
final class Upload implements SeekableByteChannel {
    private final FileChannel channel;
    private final Path hidden;
    private final UploadPath target;
    private final long limitBytes;
    private final long resumedAt;
    private long covered;
    private long extent;
    private IOException diskFailure;

    Upload(FileChannel channel, Path hidden, UploadPath target, long limitBytes) throws IOException {
        this.channel = channel;
        this.hidden = hidden;
        this.target = target;
        this.limitBytes = limitBytes;
        this.covered = channel.size();
        this.extent = covered;
        this.resumedAt = covered;
    }

    Path hidden() {
        return hidden;
    }

    UploadPath target() {
        return target;
    }

    /**
     * Whether every byte up to the end was written at least once, and no write failed: a client may close a file of which
     * the disk has refused the end. Asks no file: the thread of a broken connection is
     * interrupted, and an interrupted thread cannot ask a channel.
     */
    boolean isWhole() {
        return diskFailure == null && covered >= extent;
    }

    /** Why it cannot be taken although its sender closed it. */
    UploadRefused refusal() {
        return diskFailure == null ? new UploadRefused("the file has a gap; nothing of it is taken, send it again") : UploadRefused.byDisk(diskFailure);
    }

    /** Bytes from the start to the furthest one written. */
    long extentBytes() {
        return extent;
    }

    /** Whether it goes on with a partial file. */
    boolean isResumed() {
        return resumedAt > 0;
    }

    /** Bytes that this upload brought, without those that it resumed after. */
    long broughtBytes() {
        return Math.max(0, extent - resumedAt);
    }

    /** Makes the content durable. */
    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        long from = channel.position();
        if (from + source.remaining() - resumedAt > limitBytes || from + source.remaining() > AgencySftpServer.UPLOAD_LIMIT_BYTES) {
            throw new UploadRefused("the file is larger than the " + limitBytes + " bytes that this account may send now; nothing of it is taken");
        }
        int written = written(source);
        extent = Math.max(extent, from + written);
        if (from <= covered) {
            covered = Math.max(covered, from + written);
        }
        return written;
    }

    private int written(ByteBuffer source) throws IOException {
        try {
            return channel.write(source);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            diskFailure = e;
            throw UploadRefused.byDisk(e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    /** Cuts what was written to {@code size} bytes; a size beyond it is a promise, and until it is kept the file has a gap. */
    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        covered = Math.min(covered, size);
        extent = size;
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

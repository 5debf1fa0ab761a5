package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * One upload in progress: a channel into a hidden file that counts what was written, so that a hole in the file is
 * noticed, and stops where the limit of a file or the account's quota ends. Used by one SFTP session's thread.
 */
final class Upload implements SeekableByteChannel {
    private final FileChannel channel;
    private final Path hidden;
    private final UploadPath target;
    private final Doorkeeper.Claim claim;
    private final long resumedAt;
    private long covered;
    private long extent;
    private UploadRefused refused;

    Upload(FileChannel channel, Path hidden, UploadPath target, Doorkeeper.Claim claim) throws IOException {
        this.channel = channel;
        this.hidden = hidden;
        this.target = target;
        this.claim = claim;
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

    /** What it takes of its account's quota. */
    Doorkeeper.Claim claim() {
        return claim;
    }

    /**
     * Whether every byte up to the end was written at least once, and no write was refused: a client may close a file of
     * which the end was not taken. Asks no file: the thread of a broken connection is interrupted, and an interrupted
     * thread cannot ask a channel.
     */
    boolean isWhole() {
        return refused == null && covered >= extent;
    }

    /** Why it cannot be taken although its sender closed it. */
    UploadRefused refusal() {
        return refused == null ? new UploadRefused("the file has a gap; nothing of it is taken, send it again") : refused;
    }

    /** Bytes from the start to the furthest one written. */
    long extentBytes() {
        return extent;
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
        claimUpTo(from + source.remaining());
        int written = written(source);
        extent = Math.max(extent, from + written);
        if (from <= covered) {
            covered = Math.max(covered, from + written);
        }
        return written;
    }

    private void claimUpTo(long end) throws UploadRefused {
        if (end > AgencySftpServer.UPLOAD_LIMIT_BYTES) {
            refuse("the file is larger than the " + AgencySftpServer.UPLOAD_LIMIT_BYTES + " bytes that one may have; nothing of it is taken");
        }
        if (!claim.upTo(end - resumedAt)) {
            refuse("the file is larger than what is left of this account's quota; nothing of it is taken, send it later or ask the hub's operator");
        }
    }

    private void refuse(String why) throws UploadRefused {
        refused = new UploadRefused(why);
        throw refused;
    }

    private int written(ByteBuffer source) throws IOException {
        try {
            return channel.write(source);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            refused = UploadRefused.byDisk(e);
            throw refused;
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

package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An upload in progress as seen by a client that sets its length: it can be cut and nothing else, and closing this does not end it. */
record LengthOnly(Upload upload) implements SeekableByteChannel {
    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        upload.truncate(size);
        return this;
    }

    @Override
    public long size() throws IOException {
        return upload.size();
    }

    @Override
    public boolean isOpen() {
        return upload.isOpen();
    }

    @Override
    public void close() {
        // The upload goes on until the client closes its own handle.
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel position(long position) {
        throw new UnsupportedOperationException();
    }
}

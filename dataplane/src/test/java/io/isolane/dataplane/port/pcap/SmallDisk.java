package io.isolane.dataplane.port.pcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** A file on a disk with room for so many bytes. */
final class SmallDisk implements SeekableByteChannel {
    private final ByteBuffer disk;
    private boolean open = true;

    SmallDisk(int room) {
        this.disk = ByteBuffer.allocate(room);
    }

    byte[] content() {
        return Arrays.copyOf(disk.array(), disk.position());
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (!disk.hasRemaining()) {
            throw new IOException("No space left on device");
        }
        int count = Math.min(source.remaining(), disk.remaining());
        disk.put(source.slice(source.position(), count));
        source.position(source.position() + count);
        return count;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        disk.position((int) Math.min(size, disk.position()));
        return this;
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return disk.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
        return disk.position();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}

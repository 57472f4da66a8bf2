package io.isolane.benchmarks.peer;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A table under a read-write lock: exclusive for the source of every frame, shared for its destination, as gvisor-tap-vsock's switch
 * locks its own in Go. Here only one thread asks for them, and none waits. Any thread.
 */
final class LockedTable implements StationTable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final HashMapTable table = new HashMapTable();

    @Override
    public void learn(long station, int port) {
        lock.writeLock().lock();
        try {
            table.learn(station, port);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public int find(long station) {
        lock.readLock().lock();
        try {
            return table.find(station);
        } finally {
            lock.readLock().unlock();
        }
    }
}

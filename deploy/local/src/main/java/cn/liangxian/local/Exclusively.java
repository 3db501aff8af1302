package cn.liangxian.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What several stacks of a checkout would do at the same time, done by one after the other. */
final class Exclusively {

    private Exclusively() {}

    /** Something to do, with a result. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** While no other process, and no other thread of this one, holds the lock: a file lock alone knows processes only. */
    static synchronized <T> T under(Path lock, Work<T> work) throws IOException {
        Files.createDirectories(lock.getParent());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException(lock + " was lost");
            }
            return work.run();
        }
    }
}

package cn.liangxian.enrollment.specialgroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of each uploaded list has been checked, while it is. It is with the instance that checks, since nothing of an
 * upload is committed before its end; another one knows of none, and the page then says no share.
 */
@ApplicationScoped
class UploadShares {

    private final Map<Key, Share> open = new ConcurrentHashMap<>();

    private record Key(String person, String upload) {}

    /** Rows that were read, of those that were declared; {@code comparing} when all of them have been. */
    record Now(int rows, int declared, boolean comparing) {}

    /** One list being checked; closed with its end, whatever that is. */
    final class Share implements Follower, AutoCloseable {
        private final Key key;
        private final int declared;
        private volatile int rows;
        private volatile boolean comparing;

        private Share(Key key, int declared) {
            this.key = key;
            this.declared = declared;
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // only the thread that checks writes
        public void rowRead() {
            rows++;
        }

        @Override
        public void allRead() {
            comparing = true;
        }

        @Override
        public void close() {
            open.remove(key, this);
        }

        private Now now() {
            return new Now(rows, declared, comparing);
        }
    }

    /** @param upload as the page of the person calls it */
    Share begin(String person, String upload, int declared) {
        Key key = new Key(person, upload);
        Share share = new Share(key, declared);
        open.put(key, share);
        return share;
    }

    /** Empty before the check of the person's upload begins, and after it. */
    Optional<Now> of(String person, String upload) {
        return Optional.ofNullable(open.get(new Key(person, upload))).map(Share::now);
    }
}

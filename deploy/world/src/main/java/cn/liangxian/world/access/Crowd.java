package cn.liangxian.world.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Several people acting at the same time, over a handful of connections. In which order must not matter. */
public final class Crowd {
    private final ExecutorService hands;

    public Crowd(ExecutorService hands) {
        this.hands = hands;
    }

    /** Returns when all have acted; the first failure is thrown. */
    public <T> void each(List<T> people, Consumer<T> act) {
        List<Future<?>> acting = new ArrayList<>(people.size());
        for (T one : people) acting.add(hands.submit(() -> act.accept(one)));
        try {
            for (Future<?> future : acting) future.get();
        } catch (ExecutionException e) {
            acting.forEach(f -> f.cancel(true));
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            acting.forEach(f -> f.cancel(true));
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }
}

package cn.liangxian.audit.register;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Many things, a limited number at a time. */
final class Pages {

    private Pages() {}

    static <T> void each(Iterator<T> all, int size, Consumer<List<T>> reader) {
        List<T> page = new ArrayList<>(size);
        while (all.hasNext()) {
            page.add(all.next());
            if (page.size() == size || !all.hasNext()) {
                reader.accept(List.copyOf(page));
                page.clear();
            }
        }
    }
}

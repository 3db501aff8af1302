package cn.liangxian.audit.register;

import org.junit.jupiter.api.BeforeEach;

/** Each test begins with empty books of Yicheng. One database serves all: to make it takes longer than many a test. */
abstract class OnPaper {

    static final BooksOnPaper books = new BooksOnPaper();

    @BeforeEach
    void emptyBooks() {
        books.empty();
    }
}

package cn.liangxian.handoff;

/**
 * A fact in the past tense that one department hands to another. Each handoff is one record that carries {@link Terms};
 * publisher, consumer, deadline register and documents all read that one declaration.
 */
public interface Handoff {

    /** What the fact is about; the key of the record: facts of one subject are read in the order they were handed over. */
    String subject();

    /** The terms that the given handoff was declared with; a handoff without terms is a programming error. */
    static Terms termsOf(Class<? extends Handoff> type) {
        Terms terms = type.getAnnotation(Terms.class);
        if (terms == null) {
            throw new IllegalStateException(type.getName() + " is handed over without @Terms");
        }
        return terms;
    }
}

package cn.liangxian.audit.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words by which an event is found: runs of letters, digits and hyphens of some length, in its subject and in the values
 * of its payload. A word is kept as the first four bytes of its MD5; two words may share them, so whoever searches looks
 * at what was found.
 */
final class EventWords {

    /** Characters of a word; shorter ones are amounts and codes that half of all events hold. */
    static final int SHORTEST = 6;

    /** The array of what has no word. */
    static final String NONE = "{}";

    private final MessageDigest digest;

    EventWords() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    Set<Integer> of(String subject, byte[] payload) {
        Set<Integer> words = new TreeSet<>();
        if (subject != null) {
            add(words, subject.getBytes(StandardCharsets.UTF_8));
        }
        if (payload != null) {
            add(words, payload);
        }
        return words;
    }

    /** As PostgreSQL writes an array. */
    String array(String subject, byte[] payload) {
        StringBuilder array = new StringBuilder("{");
        of(subject, payload)
                .forEach(word -> array.append(array.length() > 1 ? "," : "").append((int) word));
        return array.append('}').toString();
    }

    private void add(Set<Integer> words, byte[] text) {
        int begin = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i < text.length && inWord(text[i])) {
                continue;
            }
            if (i - begin >= SHORTEST && !nameOfField(text, i)) {
                digest.update(text, begin, i - begin);
                words.add(ByteBuffer.wrap(digest.digest()).getInt());
            }
            begin = i + 1;
        }
    }

    private static boolean inWord(byte character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character == '-';
    }

    private static boolean nameOfField(byte[] text, int end) {
        return end + 1 < text.length && text[end] == '"' && text[end + 1] == ':';
    }
}

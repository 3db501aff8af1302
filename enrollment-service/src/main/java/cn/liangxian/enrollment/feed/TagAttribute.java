package cn.liangxian.enrollment.feed;

import java.nio.charset.StandardCharsets;

/** Finds an attribute in the bytes of one XML tag without an XML parser. */
final class TagAttribute {

    private TagAttribute() {}

    /** The raw value of the attribute between its quotation marks; null when the tag does not have it. */
    static String valueOf(byte[] tag, int from, int to, String name) {
        int i = from;
        while (i < to) {
            if (!blank(tag[i])) {
                i++;
                continue;
            }
            while (i < to && blank(tag[i])) {
                i++;
            }
            int start = i;
            while (i < to && tag[i] != '=' && !blank(tag[i])) {
                i++;
            }
            boolean found = matches(tag, start, i, name);
            while (i < to && (blank(tag[i]) || tag[i] == '=')) {
                i++;
            }
            if (i >= to || tag[i] != '"' && tag[i] != '\'') {
                continue;
            }
            byte quote = tag[i++];
            int value = i;
            while (i < to && tag[i] != quote) {
                i++;
            }
            if (found) {
                return new String(tag, value, i - value, StandardCharsets.ISO_8859_1);
            }
            i++;
        }
        return null;
    }

    private static boolean matches(byte[] tag, int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (tag[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}

package cn.liangxian.desk;

import static java.lang.Character.UnicodeScript.HAN;

import java.util.Locale;

/** In which language a person reads. Chinese comes first. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    /** The name of the cookie that keeps the choice. */
    static final String COOKIE = "language";

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As HTML names it. */
    public String tag() {
        return tag;
    }

    /** Of the two, the one of this language. */
    public String of(String zh, String en) {
        return this == ZH ? zh : en;
    }

    /** Whether a text that is there in one language alone is in this one: any Chinese character makes it Chinese. */
    boolean reads(String text) {
        return text != null
                && !text.isBlank()
                && (this == ZH) == text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == HAN);
    }

    static Language of(String chosen) {
        return chosen != null && chosen.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}

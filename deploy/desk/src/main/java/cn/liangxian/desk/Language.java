package cn.liangxian.desk;

import cn.liangxian.rest.Text;
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

    public String of(Text text) {
        return of(text.zh(), text.en());
    }

    static Language of(String chosen) {
        return chosen != null && chosen.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}

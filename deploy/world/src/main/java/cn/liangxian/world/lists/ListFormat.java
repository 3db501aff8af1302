package cn.liangxian.world.lists;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The formats in which offices write their lists. */
public enum ListFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null),
    CSV_UTF8("csv", "text/csv", StandardCharsets.UTF_8),
    CSV_GB18030("csv", "text/csv", Charset.forName("GB18030")),
    JSON("json", "application/json", StandardCharsets.UTF_8);

    private final String extension;
    private final String contentType;
    private final Charset charset;

    ListFormat(String extension, String contentType, Charset charset) {
        this.extension = extension;
        this.contentType = contentType;
        this.charset = charset;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    /** Where the n-th member stands, counted from 1: below a header, except in JSON, which has none. */
    public int rowInFile(int member) {
        return this == JSON ? member : member + 1;
    }

    Charset charset() {
        return charset;
    }
}

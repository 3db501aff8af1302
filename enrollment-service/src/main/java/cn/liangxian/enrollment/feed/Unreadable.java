package cn.liangxian.enrollment.feed;

/** Why a whole file cannot be read as a list; codes are stable. */
public enum Unreadable {
    FILE_MISSING("file-missing", "未附名单文件"),
    FILE_TOO_LARGE("file-too-large", "文件超过大小上限"),
    FORMAT_UNKNOWN("format-unknown", "文件不是 XLSX、CSV 或 JSON"),
    XLS_NOT_SUPPORTED("xls-not-supported", "旧版 XLS 或加密的 Excel 文件，请另存为未加密的 XLSX"),
    ZIP_BOMB("zip-bomb", "压缩文件解压后过大"),
    XML_FORBIDDEN("xml-forbidden", "表格内含有不允许的 XML 声明（DTD、实体、CDATA）"),
    XLSX_BROKEN("xlsx-broken", "XLSX 文件已损坏"),
    XLSX_TOO_WIDE("xlsx-too-wide", "表格的行或单元格超过上限"),
    ENCODING_BROKEN("encoding-broken", "文件编码有误：UTF-8 中含有无效字节"),
    ENCODING_UNKNOWN("encoding-unknown", "文件编码既不是 UTF-8 也不是 GB18030"),
    CSV_BROKEN("csv-broken", "CSV 文件格式有误"),
    JSON_BROKEN("json-broken", "JSON 文件格式有误"),
    HEADER_MISSING("header-missing", "缺少规定的表头"),
    HEADER_DUPLICATE("header-duplicate", "表头重复"),
    TOO_MANY_ROWS("too-many-rows", "行数超过上限"),
    CLASSIFIED("classified-file", "文件标有密级，不得在本网络报送");

    private final String code;
    private final String zh;

    Unreadable(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}

package cn.liangxian.enrollment.feed;

/** Why a whole file cannot be read as a list; codes are stable. */
public enum Unreadable implements Flaw {
    FILE_MISSING("file-missing", "未附名单文件", "no file came with the list"),
    FILE_TOO_LARGE("file-too-large", "文件超过大小上限", "the file is too large"),
    FORMAT_UNKNOWN("format-unknown", "文件不是 XLSX、CSV 或 JSON", "the file is no XLSX, CSV or JSON"),
    XLS_NOT_SUPPORTED(
            "xls-not-supported",
            "旧版 XLS 或加密的 Excel 文件，请另存为未加密的 XLSX",
            "an old XLS or an encrypted file: save it as XLSX without encryption"),
    ZIP_BOMB("zip-bomb", "压缩文件解压后过大", "the file unpacks to too much"),
    XML_FORBIDDEN(
            "xml-forbidden",
            "表格内含有不允许的 XML 声明（DTD、实体、CDATA）",
            "the sheet has XML declarations that are not allowed (DTD, entities, CDATA)"),
    XLSX_BROKEN("xlsx-broken", "XLSX 文件已损坏", "the XLSX file is damaged"),
    XLSX_TOO_WIDE("xlsx-too-wide", "表格的行或单元格超过上限", "a row or a cell of the sheet is too large"),
    ENCODING_BROKEN("encoding-broken", "文件编码有误：UTF-8 中含有无效字节", "the file is not all UTF-8"),
    ENCODING_UNKNOWN("encoding-unknown", "文件编码既不是 UTF-8 也不是 GB18030", "the file is neither UTF-8 nor GB18030"),
    CSV_BROKEN("csv-broken", "CSV 文件格式有误", "the CSV file is not well formed"),
    JSON_BROKEN("json-broken", "JSON 文件格式有误", "the JSON file is not well formed"),
    HEADER_MISSING("header-missing", "缺少规定的表头", "the header that is wanted is not there"),
    HEADER_DUPLICATE("header-duplicate", "表头重复", "a header stands twice"),
    TOO_MANY_ROWS("too-many-rows", "行数超过上限", "too many rows"),
    CLASSIFIED(
            "classified-file", "文件标有密级，不得在本网络报送", "the file bears a mark of secrecy and must not go over this network");

    private final Wording wording;

    Unreadable(String code, String zh, String en) {
        this.wording = new Wording(code, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

package cn.liangxian.collection.receipt;

/** The two documents that tax issues: per payment, and per person and fee year. */
public enum ReceiptKind {
    VOUCHER("城乡居民社会保险费缴费凭证"),
    CERTIFICATE("城乡居民社会保险费缴费证明");

    private final String title;

    ReceiptKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

package cn.liangxian.collection;

import cn.liangxian.local.OtherCounty;

/** The county with banks, but all ways to pay close on the first day of debits, and the medical contribution is payable until then. */
public class EarlyClosing extends OtherCounty {

    public static final String LAST_DAY = "2023-09-12";
    public static final String DAY_AFTER = "2023-09-13";

    @Override
    protected String values() {
        return """
                channels:
                  - { code: BATCH_DEBIT, zh: 批量划扣, en: batch debit, online: false, opens: campaign.start, closes: 2023-09-12, by: 第八条(3), assumed: [opens, closes] }
                  - { code: WECHAT, zh: 微信小程序, en: WeChat mini-program, online: true, opens: campaign.start, closes: 2023-09-11, by: 第二十九条, assumed: [opens, closes] }
                  - { code: ALIPAY, zh: 支付宝小程序, en: Alipay mini-program, online: true, opens: campaign.start, closes: 2023-09-11, by: 第二十九条, assumed: [opens, closes] }
                  - { code: COUNTER, zh: 银行柜面, en: bank counter, online: false, opens: campaign.start, closes: 2023-09-11, by: 第二十九条, assumed: [opens, closes] }
                  - { code: POS, zh: POS机, en: POS, online: false, opens: campaign.start, closes: 2023-09-12, by: 第二十九条, assumed: [opens, closes] }
                insurances:
                  MEDICAL:
                    windows:
                      - { from: campaign.start, to: 2023-09-12, yuan: 380, benefit: fee-year.start, assumed: true }""";
    }
}

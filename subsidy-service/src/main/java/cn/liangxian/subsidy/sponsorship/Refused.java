package cn.liangxian.subsidy.sponsorship;

/** Why a line of a sponsorship is not taken. */
enum Refused {
    PERSON_UNKNOWN("person-unknown", "名册中无此人"),
    AMOUNT_NOT_POSITIVE("amount-not-positive", "金额必须大于零"),
    CLAIM_SETTLED("claim-settled", "已缴清，无需资助"),
    AMOUNT_EXCEEDS_OPEN("amount-exceeds-open", "金额超过未缴部分");

    private final String code;
    private final String zh;

    Refused(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    SponsorshipResource.Refusal at(int row) {
        return new SponsorshipResource.Refusal(row, code, zh);
    }
}

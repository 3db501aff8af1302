package cn.liangxian.audit.complaint;

import cn.liangxian.rest.ProblemType;

/** Why a complaint is not taken, or does not move. */
enum ComplaintProblem implements ProblemType {
    KEY_UNUSABLE("complaint-key-unusable", 422, "须为3072位以上RSA公钥", "Not an RSA public key of at least 3072 bits"),
    NO_KEY("complaint-key-missing", 503, "纪检监察部门尚未提供公钥，暂不能受理实名举报", "No key yet to seal what a complainant says"),
    TOO_LONG("complaint-too-long", 422, "举报内容过长", "The text is too long"),
    AREA_UNKNOWN("township-unknown", 422, "该乡（镇）或村（社区）不存在", "No such township or village"),
    FOUND_BEFORE("finding-entered-before", 409, "本部门已提交调查结果", "The department has entered its finding"),
    NOT_JOINT("investigation-not-joint", 409, "须由两个以上部门联合调查", "At least two departments must have investigated"),
    SECOND_PERSON(
            "second-person-needed",
            409,
            "须由提交调查结果以外的另一人办结",
            "Another person than who entered a finding has to close it"),
    CLOSED("complaint-closed", 409, "该举报已办结", "The complaint is closed");

    private final Wording wording;

    ComplaintProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

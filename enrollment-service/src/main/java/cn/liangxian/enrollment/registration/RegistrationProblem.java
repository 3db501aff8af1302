package cn.liangxian.enrollment.registration;

import cn.liangxian.rest.ProblemType;

/** Registrations and changes that are refused. */
enum RegistrationProblem implements ProblemType {
    ID_INVALID("id-invalid", 422, "身份证号不正确", "The identity number is wrong"),
    BIRTH_AND_SEX_NEEDED("birth-and-sex-needed", 422, "非居民身份证须填写出生日期和性别", "A permit needs birth and sex"),
    TIER_INVALID("tier-invalid", 422, "缴费档次不正确", "The tier is wrong"),
    PERSON_UNKNOWN("person-unknown", 404, "登记库中没有此人", "Unknown person"),
    NAME_DIFFERS("name-differs", 422, "姓名与登记库不一致", "The name differs from the register"),
    DECEASED(
            "person-deceased",
            409,
            "登记库记载此人已死亡，须由经办机构核实登记",
            "The register has this person as deceased: only the agency registers"),
    INSURANCE_STANDS(
            "insurance-stands",
            409,
            "登记库记载此人已参加其他保险，须由经办机构核实后登记",
            "The register has this person in another insurance: only the agency registers that it ended"),
    VILLAGE_UNKNOWN("village-unknown", 422, "村居代码不在本辖区", "Unknown village"),
    NOT_ELIGIBLE("not-eligible", 422, "不符合参保条件", "Not eligible"),
    NOT_REGISTERED("not-registered", 409, "没有可注销的参保登记", "There is no registration to cancel"),
    CATEGORY_UNKNOWN("category-unknown", 422, "人员类别不存在", "Unknown category"),
    PERIOD_REVERSED("period-reversed", 422, "结束日期早于开始日期", "The end precedes the beginning");

    private final Wording wording;

    RegistrationProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

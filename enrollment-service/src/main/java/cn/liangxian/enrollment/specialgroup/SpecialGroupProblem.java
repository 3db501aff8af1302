package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.rest.ProblemType;

/** Requests about lists that cannot be served. */
public enum SpecialGroupProblem implements ProblemType {
    CATEGORY_UNKNOWN("category-unknown", 422, "人员类别不存在", "Unknown category"),
    AREA_UNKNOWN("area-unknown", 422, "行政区划不存在", "Unknown area"),
    DECLARATION_MISSING("declaration-missing", 400, "缺少报送声明", "The declaration is missing"),
    NO_ROWS_TO_RETURN("no-rows-to-return", 409, "名单未能逐行读取，无法标注错误原因", "The list could not be read by row"),
    SAME_PERSON(
            "same-person",
            403,
            "上传人不能自行复核，请由本部门另一人提交",
            "Who uploaded a list does not commit it: somebody else of the department does"),
    DRAFT_DECIDED("draft-decided", 409, "该名单已提交或已撤回", "The uploaded list was committed or withdrawn already"),
    CLASSIFIED("classified-file", 422, "文件标有密级，不得在本网络报送", "The file bears a mark of secrecy and is not kept"),
    NOT_TAKEABLE(
            "not-takeable",
            409,
            "该名单将被整表退回，请更正后重新上传",
            "The list would be refused as a whole: correct it and upload it again");

    private final Wording wording;

    SpecialGroupProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

package cn.liangxian.enrollment.specialgroup;

import cn.liangxian.rest.ProblemType;

/** Requests about lists that cannot be served. */
public enum SpecialGroupProblem implements ProblemType {
    CATEGORY_UNKNOWN("category-unknown", 422, "人员类别不存在", "Unknown category"),
    AREA_UNKNOWN("area-unknown", 422, "行政区划不存在", "Unknown area"),
    DECLARATION_MISSING("declaration-missing", 400, "缺少报送声明", "The declaration is missing"),
    NO_ROWS_TO_RETURN("no-rows-to-return", 409, "名单未能逐行读取，无法标注错误原因", "The list could not be read by row");

    private final Wording wording;

    SpecialGroupProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

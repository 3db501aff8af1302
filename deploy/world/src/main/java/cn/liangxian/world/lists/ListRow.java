package cn.liangxian.world.lists;

import java.util.List;

/** One person on a special-group list. */
public record ListRow(String name, String idNumber, String from, String until, String remark) {
    public static final List<String> COLUMNS = List.of("姓名", "身份证号", "开始日期", "结束日期", "备注");

    List<String> cells() {
        return List.of(name, idNumber, from, until, remark);
    }
}

package cn.liangxian.rest;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a person is told, in Chinese and in English; there is no text in one language alone. */
public record Text(String zh, String en) {

    /** Of a field that has to be there. */
    public static final Text MISSING = new Text("缺失", "is missing");

    private static final Text NONE = new Text("无", "none");

    public Text {
        if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("not in both languages: " + zh + " | " + en);
        }
    }

    /** With more in parentheses. */
    public Text with(Text more) {
        return new Text(zh + "（" + more.zh + "）", en + " (" + more.en + ")");
    }

    /** With words before it. */
    public Text after(String zh, String en) {
        return new Text(zh + this.zh, en + this.en);
    }

    /** An id, a key, a date, a number: it reads alike in both languages, and words are none. */
    public static Text value(Object value) {
        String read = value == null ? "" : value.toString();
        return read.isBlank() ? NONE : new Text(read, read);
    }

    /** Both days included. */
    public static Text between(Object from, Object until) {
        return new Text(from + "至" + until, from + " to " + until);
    }

    /** The day on which something was done already. */
    public static Text on(Object date) {
        return new Text("日期：" + date, "on " + date);
    }

    /** The business date that something else is too late or too early for. */
    public static Text today(Object date) {
        return new Text("当前业务日为" + date, "today is " + date);
    }

    /** A count that was declared beside the one of what came. */
    public static Text counts(Object declared, Object received) {
        return new Text("申报" + declared + "，实收" + received, "declared " + declared + ", received " + received);
    }

    public static Text yuan(Fen amount) {
        return new Text(amount.yuan() + "元", amount.yuan() + " yuan");
    }

    public static Text insurance(Insurance insurance) {
        return new Text(insurance.zh(), insurance.en());
    }

    /** A unit: the department and the code of its area. */
    public static Text unit(Department department, String area) {
        return new Text(department.zh() + "（" + area + "）", department.en() + " of " + area);
    }

    public static Text departments(Collection<Department> departments) {
        return departments.isEmpty()
                ? NONE
                : new Text(
                        departments.stream().sorted().map(Department::zh).collect(Collectors.joining("、")),
                        departments.stream().sorted().map(Department::en).collect(Collectors.joining(", ")));
    }
}

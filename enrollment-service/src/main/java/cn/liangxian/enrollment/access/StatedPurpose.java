package cn.liangxian.enrollment.access;

import cn.liangxian.handoff.Department;

/**
 * What somebody wants to see personal data for, as said with the request.
 *
 * @param duty code of a statutory duty of the policy; null where the county binds nobody to duties
 * @param words in the reader's own words
 * @param reader the department, for {@code area}; {@code by} its person
 */
public record StatedPurpose(String duty, String words, Department reader, String area, String by) {

    public StatedPurpose {
        words = words == null ? "" : words.strip();
    }
}

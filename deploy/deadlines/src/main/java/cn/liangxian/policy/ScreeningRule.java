package cn.liangxian.policy;

/**
 * What an agency looks for when it screens special-group identities (特殊群体身份信息的筛选).
 *
 * @param listed true: the person has the status and perhaps should not; false: has it not and perhaps should
 * @param condition its number among the screening conditions
 */
public record ScreeningRule(
        String name,
        String category,
        boolean listed,
        int condition,
        String zh,
        String en,
        String clause,
        boolean assumed) {}

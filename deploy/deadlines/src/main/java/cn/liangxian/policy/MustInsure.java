package cn.liangxian.policy;

/**
 * Why a person must be insured 应保尽保: the county answers for it that this person is, whoever pays.
 *
 * @param reason in Chinese, {@code reasonEn} in English
 */
public record MustInsure(String reason, String reasonEn, String clause, boolean assumed) {}

package cn.liangxian.policy;

/** Who stands behind money that a person does not pay, by the code that shares, subsidies and grants carry. */
public record Funder(String code, String zh, String en) {}

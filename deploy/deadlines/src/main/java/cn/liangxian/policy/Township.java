package cn.liangxian.policy;

/** A township or street office 镇街: its nine-digit division code and its name. */
public record Township(String code, String name) {}

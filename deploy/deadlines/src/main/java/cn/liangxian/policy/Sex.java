package cn.liangxian.policy;

/** The registered sex; it matters where a clause names the wife or the husband. */
public enum Sex {
    MALE,
    FEMALE
}

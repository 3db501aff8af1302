package cn.liangxian.policy;

/**
 * Everything of a person that a condition can see, packed: so few different ones exist in a county that results are kept.
 *
 * @param flags one bit per yes-or-no fact and per category
 * @param wifeAge -1 when there is no wife or no condition asks
 */
record Situation(long flags, int age, int wifeAge) {}

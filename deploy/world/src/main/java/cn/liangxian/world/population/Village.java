package cn.liangxian.world.population;

/**
 * A village.
 *
 * @param code twelve digits
 * @param residents how many live there
 */
public record Village(String code, int residents) {}

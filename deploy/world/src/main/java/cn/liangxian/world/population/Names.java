package cn.liangxian.world.population;

/** Names put together from a short list of characters. */
final class Names {
    private static final String FAMILY = "王李张刘陈杨孙赵周吴徐朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯曾";
    private static final String GIVEN = "建国明华文军平志强伟海波春光东亮永红秀英玉兰桂芳丽娟敏静洁雪梅晓燕凤霞子轩雨涵浩然思远佳琪宇辰";

    private Names() {}

    static char family(Chance chance) {
        return FAMILY.charAt(chance.below(FAMILY.length()));
    }

    static String full(char family, Chance chance) {
        StringBuilder name = new StringBuilder(3).append(family).append(given(chance.of(1)));
        if (chance.of(2).happens(0.8)) name.append(given(chance.of(3)));
        return name.toString();
    }

    private static char given(Chance chance) {
        return GIVEN.charAt(chance.below(GIVEN.length()));
    }
}

package cn.liangxian.collection.receipt;

import cn.liangxian.handoff.Fen;

/** An amount in the capital characters of Chinese receipts, which cannot be altered: 叁佰捌拾元整. */
final class CapitalAmount {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};
    private static final int GROUP = 10_000;

    private CapitalAmount() {}

    /** Of zero and more, below a trillion yuan. */
    static String of(Fen amount) {
        long yuan = amount.amount() / 100;
        int jiao = (int) (amount.amount() / 10 % 10);
        int fen = (int) (amount.amount() % 10);
        String whole = yuan == 0 ? "" : whole(yuan) + "元";
        if (jiao == 0 && fen == 0) {
            return (whole.isEmpty() ? "零元" : whole) + "整";
        }
        String tenths = jiao > 0 ? DIGITS[jiao] + "角" : whole.isEmpty() ? "" : "零";
        return whole + tenths + (fen > 0 ? DIGITS[fen] + "分" : "整");
    }

    private static String whole(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int part = (int) (yuan / power(group) % GROUP);
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || part < GROUP / 10)) {
                text.append(DIGITS[0]);
            }
            text.append(part(part)).append(GROUPS[group]);
            gap = false;
        }
        return text.toString();
    }

    private static String part(int part) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = PLACES.length - 1; place >= 0; place--) {
            int digit = part / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(PLACES[place]);
            gap = false;
        }
        return text.toString();
    }

    private static long power(int group) {
        return group == 0 ? 1 : group == 1 ? GROUP : (long) GROUP * GROUP;
    }
}

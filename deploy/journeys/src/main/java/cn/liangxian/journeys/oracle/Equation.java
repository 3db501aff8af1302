package cn.liangxian.journeys.oracle;

/** One equation of the campaign, both sides in fen (or counts), and whether it holds. */
public record Equation(String zh, String en, long left, long right) {

    public boolean holds() {
        return left == right;
    }
}

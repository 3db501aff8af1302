package cn.liangxian.handoff;

/** An amount of money in whole fen (1/100 yuan). There is no fraction of a fen and no other currency. */
public record Fen(long amount) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    public static Fen of(long fen) {
        return fen == 0 ? ZERO : new Fen(fen);
    }

    public static Fen ofYuan(long yuan) {
        return of(Math.multiplyExact(yuan, 100L));
    }

    public Fen plus(Fen other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Fen minus(Fen other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    public Fen negated() {
        return of(Math.negateExact(amount));
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    /** The amount in yuan with two decimals, as official forms print it. */
    public String yuan() {
        long part = Math.abs(amount % 100);
        return (amount < 0 ? "-" : "") + Math.abs(amount / 100) + (part < 10 ? ".0" : ".") + part;
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return yuan();
    }
}

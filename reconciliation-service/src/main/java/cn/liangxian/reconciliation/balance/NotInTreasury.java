package cn.liangxian.reconciliation.balance;

/**
 * Which of many claims have money that is not in the treasury: a payment whose day is not balanced yet, or of whose
 * voucher the treasury holds less than tax collected. A voucher that it booked on another day or twice is there: its
 * differences add up.
 */
public final class NotInTreasury {

    /**
     * The end of a {@code with}: after {@code candidate (person_key, insurance, fee_year)} it adds {@code not_in_treasury}
     * with the same columns.
     */
    public static final String OF_CANDIDATES =
            """
            not_in_treasury as materialized (
                select distinct person_key, insurance, fee_year
                from candidate join collected p using (person_key, insurance, fee_year)
                where p.kind = 'PAID'
                  and ((p.day, insurance) not in (select day, insurance from balance)
                       or (insurance, p.channel, p.voucher) in (
                          select d.insurance, d.channel, d.voucher
                          from difference d join current_balance using (day, insurance, version)
                          group by d.insurance, d.channel, d.voucher having sum(d.fen) < 0)))
            """;

    private NotInTreasury() {}
}

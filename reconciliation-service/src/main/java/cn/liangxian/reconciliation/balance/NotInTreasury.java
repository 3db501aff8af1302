package cn.liangxian.reconciliation.balance;

/**
 * Which of many claims have money that is not in the treasury: a payment whose day is not balanced yet, or of whose
 * voucher the treasury holds less than tax collected. A voucher that it booked on another day or twice is there: its
 * differences add up.
 */
public final class NotInTreasury {

    /**
     * The end of a {@code with}: after {@code candidate}, rows of {@code claim}, it adds {@code not_in_treasury} with their
     * keys. A claim's last day stands with the claim, and its vouchers are looked for from what differs, so that only of a
     * claim with several payments all are read. To be joined, each key once: with {@code in} the planner, who thinks it large,
     * reads it again for every claim.
     */
    public static final String OF_CANDIDATES =
            """
            lacking as materialized (
                select d.insurance, d.channel, d.voucher from difference d join current_balance using (day, insurance, version)
                group by d.insurance, d.channel, d.voucher having sum(d.fen) < 0),
            not_in_treasury as materialized (
                select person_key, insurance, fee_year from candidate
                where (last_paid_on, insurance) not in (select day, insurance from balance)
                union
                select c.person_key, c.insurance, c.fee_year
                from candidate c join collected p using (person_key, insurance, fee_year)
                where c.payments > 1 and p.kind = 'PAID'
                  and (p.day, p.insurance) not in (select day, insurance from balance)
                union
                select p.person_key, p.insurance, p.fee_year
                from lacking join collected p using (insurance, channel, voucher) where p.kind = 'PAID')
            """;

    private NotInTreasury() {}
}

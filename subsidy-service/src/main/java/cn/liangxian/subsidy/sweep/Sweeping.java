package cn.liangxian.subsidy.sweep;

import cn.liangxian.desk.Words;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import cn.liangxian.subsidy.SweepHandoff.FundsSwept;
import cn.liangxian.subsidy.SweepHandoff.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 将“两险”资金、代缴资金、补贴资金及时汇总划转至相应财政专户: what finance moved, kind by kind, is held against what there was to
 * move; each kind of each insurance has its own account.
 */
@ApplicationScoped
@Clause({"bachu-2022/第九条(1)", "bachu-2022/第九条(2)"})
class Sweeping {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final BusinessDay day;
    private final Words words;

    Sweeping(Jdbi jdbi, Outbox outbox, BusinessDay day, Words words) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.day = day;
        this.words = words;
    }

    /**
     * How the money of a kind stands for a month.
     *
     * @param toSweep what came in, also what nobody owed, less what went back
     * @param left of it that is not swept yet
     * @param account null before the first sweep
     */
    public record Position(Insurance insurance, Money money, Fen toSweep, Fen swept, Fen left, String account) {}

    /** In an open transaction. */
    FundsSwept sweep(YearMonth month, Insurance insurance, Money money, Fen amount, String account, String by) {
        LocalDate today = day.today();
        if (!month.atEndOfMonth().isBefore(today)) {
            throw new Problem(SweepProblem.MONTH_NOT_OVER, Text.value(month));
        }
        if (amount.amount() < 0) {
            throw new Problem(SweepProblem.NEGATIVE, null);
        }
        return jdbi.withHandle(h -> {
            h.createQuery("select pg_advisory_xact_lock(100)::text")
                    .mapTo(String.class)
                    .one();
            own(h, insurance, money, account);
            Fen before = position(h, month, insurance, money).left();
            // in a month in which more went back than came in there is nothing to move
            if (amount.isPositive() && amount.compareTo(before) > 0) {
                throw new Problem(SweepProblem.EXCEEDS, Text.yuan(before).after("该月尚可划转", "left of the month: "));
            }
            FundsSwept swept = new FundsSwept(
                    Uuid7.next().toString(),
                    month.toString(),
                    insurance,
                    money,
                    amount,
                    before.minus(amount),
                    account,
                    today);
            h.createUpdate("insert into fund_sweep values (?::uuid, ?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, swept.sweepId())
                    .bind(1, swept.month())
                    .bind(2, insurance.name())
                    .bind(3, money.name())
                    .bind(4, amount.amount())
                    .bind(5, account)
                    .bind(6, today)
                    .bind(7, by)
                    .execute();
            outbox.handOver(swept);
            return swept;
        });
    }

    List<Position> positions(YearMonth month) {
        return jdbi.withHandle(h -> {
            List<Position> positions = new ArrayList<>();
            for (Insurance insurance : Insurance.values()) {
                for (Money money : Money.values()) {
                    positions.add(position(h, month, insurance, money));
                }
            }
            return positions;
        });
    }

    /** 相应财政专户: one account for each kind of each insurance, and nothing else on it. */
    private void own(Handle h, Insurance insurance, Money money, String account) {
        h.execute(
                "insert into fiscal_account values (?, ?, ?) on conflict do nothing",
                account,
                insurance.name(),
                money.name());
        record Use(String account, String insurance, String money) {}
        Use own = new Use(account, insurance.name(), money.name());
        List<Use> uses = h.createQuery(
                        "select * from fiscal_account where account = ? or (insurance = ? and money = ?)")
                .bind(0, account)
                .bind(1, own.insurance())
                .bind(2, own.money())
                .map((row, context) -> new Use(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        for (Use use : uses) {
            if (!use.equals(own)) {
                throw new Problem(
                        use.account().equals(account)
                                ? SweepProblem.ACCOUNT_OF_OTHER_MONEY
                                : SweepProblem.OTHER_ACCOUNT,
                        words.text("money_" + use.money()).with(words.text(use.insurance())));
            }
        }
    }

    private static Position position(Handle h, YearMonth month, Insurance insurance, Money money) {
        String cameIn =
                switch (money) {
                    // what went back of finance's own money is taken off the money that it was, by the ledger
                    case PREMIUM ->
                        """
                        select coalesce((select sum(amount) from contribution where insurance = :insurance
                                and payer <> 'PROXY' and paid_on between :from and :to), 0)
                            + coalesce((select sum(surplus) from day_sum where insurance = :insurance
                                and date between :from and :to), 0)
                            - coalesce((select sum(amount) from refund where insurance = :insurance
                                and payer <> 'PROXY' and made_on between :from and :to), 0)""";
                    case PROXY ->
                        """
                        select coalesce(sum(fen), 0) from booked_sum where insurance = :insurance
                            and purpose = 'PROXY' and account = 'PERSON' and booked_on between :from and :to""";
                    case SUBSIDY ->
                        """
                        select coalesce(sum(fen), 0) from booked_sum where insurance = :insurance
                            and purpose <> 'SPONSORSHIP' and account = 'FUND' and booked_on between :from and :to""";
                };
        Fen toSweep = Fen.of(h.createQuery(cameIn)
                .bind("insurance", insurance.name())
                .bind("from", month.atDay(1))
                .bind("to", month.atEndOfMonth())
                .mapTo(Long.class)
                .one());
        Fen swept = Fen.of(h.createQuery(
                        """
                        select coalesce(sum(amount), 0) from fund_sweep
                        where month = ? and insurance = ? and money = ?""")
                .bind(0, month.toString())
                .bind(1, insurance.name())
                .bind(2, money.name())
                .mapTo(Long.class)
                .one());
        String account = h.createQuery("select account from fiscal_account where insurance = ? and money = ?")
                .bind(0, insurance.name())
                .bind(1, money.name())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        return new Position(insurance, money, toSweep, swept, toSweep.minus(swept), account);
    }
}

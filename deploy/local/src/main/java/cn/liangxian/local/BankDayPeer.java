package cn.liangxian.local;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What somebody would pick instead of ours to work a bank's day. A benchmark finds it on its class path by
 * {@link java.util.ServiceLoader}, so that no service depends on it.
 */
public interface BankDayPeer {

    String name();

    /** Takes open lines and claims into tables of its own in this database; before every round, not measured. */
    void settle(Database database) throws SQLException;

    /** Writes the lines of a batch as the bank reads them. */
    void out(long batch, Path request) throws Exception;

    /**
     * Takes a bank's answer: each line in its new state, and for each that was debited a payment, the standing of its claim and an
     * outgoing event.
     */
    void in(long batch, Path answer) throws Exception;

    /** @throws IllegalStateException when other than so many of its lines, payments, claims and events are paid */
    void mustHave(int paid, int failed) throws SQLException;
}

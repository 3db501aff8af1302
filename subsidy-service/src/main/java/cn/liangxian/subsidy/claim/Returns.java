package cn.liangxian.subsidy.claim;

import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The returns that were taken: one per payment and reason, however often it is reported. */
public final class Returns {

    private Returns() {}

    /** False when the payment was returned before for this reason. */
    public static boolean record(Jdbi jdbi, UUID reference, PaymentReturned returned, LocalDate on) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into payment_return values (?, ?, ?, ?) on conflict (reference, reason) do nothing")
                        .bind(0, reference)
                        .bind(1, returned.amount().amount())
                        .bind(2, returned.reason() == null ? "" : returned.reason())
                        .bind(3, on)
                        .execute())
                == 1;
    }
}

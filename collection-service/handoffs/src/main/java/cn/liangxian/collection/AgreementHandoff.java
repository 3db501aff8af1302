package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** What a township does so that its residents have an agreement of payer and bank 两两协议, and keep one. */
public sealed interface AgreementHandoff extends CollectionHandoff {

    /**
     * The person whom the township put in charge urged residents without an agreement to sign one.
     *
     * @param listedOn when tax told who has none
     * @param person in charge
     * @param people urged this time, {@code left} still without an agreement and never urged since the list
     */
    @Terms(topic = AgreementsUrged.TOPIC, from = TOWNSHIP, to = TAX, clauses = "bachu-2022/第二十五条(8)", zh = "已督促签订扣款协议")
    record AgreementsUrged(
            String urgingId,
            String township,
            LocalDate listedOn,
            String person,
            int people,
            int left,
            LocalDate urgedOn)
            implements AgreementHandoff {
        public static final String TOPIC = "collection-agreements-urged-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A township looked through the agreements of its residents at the end of a quarter.
     *
     * @param valid which a debit may use, of which {@code renewed} replaced another one in the quarter
     * @param toRenew named by the township, and not voided by tax yet
     * @param voided and not signed anew
     * @param missing residents without an agreement that a debit may use
     */
    @Terms(
            topic = AgreementsReviewed.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "bachu-2022/第二十五条(7)",
            zh = "扣款协议已定期核查")
    record AgreementsReviewed(
            String reviewId,
            String township,
            String quarter,
            int valid,
            int renewed,
            int toRenew,
            int voided,
            int missing,
            LocalDate reviewedOn)
            implements AgreementHandoff {
        public static final String TOPIC = "collection-agreements-reviewed-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}

package cn.liangxian.collection.agreement;

import cn.liangxian.collection.agreement.AgreementResource.Signing;
import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.DebitTerms;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;

/** Enters what a payer signed with a bank. A second agreement is refused as long as one is not voided. */
@ApplicationScoped
@Clause("bachu-2022/第二十五条(2)")
class SigningAgreement {

    private final Agreements agreements;
    private final Policy policy;
    private final BusinessDay day;

    SigningAgreement(Agreements agreements, Policy policy, BusinessDay day) {
        this.agreements = agreements;
        this.policy = policy;
        this.day = day;
    }

    /** In an open transaction. The same agreement a second time changes nothing. */
    Agreement sign(Signing signing) {
        DebitTerms terms = policy.debit().orElseThrow(() -> new Problem(AgreementProblem.NO_DEBIT, null));
        if (terms.bank(signing.bank()).isEmpty()) {
            throw new Problem(AgreementProblem.BANK_UNKNOWN, null)
                    .at(null, "bank", new Text("不是批量划扣银行", "none of the banks that debit"));
        }
        agreements.lock(signing.idNumber());
        Agreement known = agreements.find(signing.bank(), signing.agreementNo()).orElse(null);
        if (known != null) {
            if (agreements.isOf(signing.bank(), signing.agreementNo(), signing.idNumber())) {
                return known;
            }
            throw new Problem(AgreementProblem.NUMBER_TAKEN, null)
                    .at(null, "agreementNo", new Text("属于另一协议", "is that of another"));
        }
        agreements.standing(signing.idNumber()).ifPresent(standing -> {
            Text bank = terms.bank(standing.bank())
                    .map(each -> new Text(each.zh(), each.en()))
                    .orElse(Text.value(standing.bank()));
            Text state = standing.state().word();
            throw new Problem(
                    AgreementProblem.STILL_VALID,
                    new Text(
                            "签约银行：" + bank.zh() + "，协议状态：" + state.zh(),
                            "signed with " + bank.en() + ": " + state.en()));
        });
        agreements.sign(signing, day.today());
        return agreements.find(signing.bank(), signing.agreementNo()).orElseThrow();
    }
}

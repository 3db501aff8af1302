package cn.liangxian.reconciliation.month;

import cn.liangxian.desk.Desk;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.desk.ReconciliationPages;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.UUID;

/** What the forms of the drawer share: the month and the insurance that they are about, and the way back. */
@RequestScoped
class MonthForm {

    private final Desk desk;

    MonthForm(Desk desk) {
        this.desk = desk;
    }

    TemplateInstance of(String template, YearMonth month, Insurance insurance, String title) {
        return desk.below(template, ReconciliationPages.MONTHS, desk.word(title))
                .data("month", month.toString())
                .data("insuranceCode", insurance.name())
                .data("insurance", desk.named(insurance))
                .data("key", UUID.randomUUID());
    }

    static Response back(String month) {
        return Response.seeOther(URI.create("/desk/months?month=" + month)).build();
    }
}

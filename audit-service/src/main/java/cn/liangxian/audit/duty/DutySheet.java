package cn.liangxian.audit.duty;

import cn.liangxian.audit.DutyHandoff.DutyAssigned;
import cn.liangxian.audit.DutyHandoff.VillageHandler;
import cn.liangxian.desk.Desk;
import jakarta.enterprise.context.RequestScoped;

/** Named persons in the words of a page. */
@RequestScoped
class DutySheet {

    private final Desk desk;

    DutySheet(Desk desk) {
        this.desk = desk;
    }

    /** An assignment; {@code replaces} and {@code reason} empty for the first. */
    public record Row(
            String unit,
            String area,
            String person,
            String post,
            String contact,
            String from,
            String replaces,
            String reason,
            String announcedOn) {}

    /** A unit that has named nobody. */
    public record VacantRow(String unit, String area) {}

    /** Who handles social insurance in a village. */
    public record HandlerRow(
            String village, String person, String post, String contact, String matters, String place) {}

    VacantRow row(Duties.Vacant each) {
        return new VacantRow(desk.named(each.department()), desk.place(each.area()));
    }

    Row row(DutyAssigned each) {
        return new Row(
                desk.named(each.department()),
                desk.place(each.area()),
                each.person(),
                each.post(),
                each.contact(),
                each.from().toString(),
                each.replaces() == null ? "" : each.replaces(),
                each.reason() == null ? "" : each.reason(),
                each.announcedOn().toString());
    }

    HandlerRow row(VillageHandler each) {
        return new HandlerRow(
                desk.place(each.village()), each.person(), each.post(), each.contact(), each.matters(), each.place());
    }
}

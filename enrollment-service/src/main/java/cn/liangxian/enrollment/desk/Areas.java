package cn.liangxian.enrollment.desk;

import cn.liangxian.desk.Desk;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** The areas for which whoever looks may hand something in: the county where it is his, and the townships of the day. */
@RequestScoped
public class Areas {

    private final Desk desk;
    private final Caller caller;
    private final Policy policy;
    private final BusinessDay day;

    Areas(Desk desk, Caller caller, Policy policy, BusinessDay day) {
        this.desk = desk;
        this.caller = caller;
        this.policy = policy;
        this.day = day;
    }

    /** An area by its division code. */
    public record Area(String code, String name) {}

    public List<Area> ofCaller() {
        List<Area> areas = new ArrayList<>();
        String county = policy.jurisdiction().code();
        if (county.startsWith(caller.area())) {
            areas.add(new Area(county, desk.place(county)));
        }
        day.last().map(policy.jurisdiction()::townships).orElse(List.of()).stream()
                .map(Township::code)
                .filter(code -> code.startsWith(caller.area()))
                .forEach(code -> areas.add(new Area(code, desk.place(code))));
        return areas;
    }
}

package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.local.Stack;
import java.util.List;

/** What finance sees when a campaign is over: which money was applied for, and that all of it was appropriated. */
public record FundsAtTheDesks(Stack stack) {

    public void areSeen() {
        try (Browser browser = Browser.open()) {
            Colleague finance = new Colleague(stack, browser, "finance-clerk");
            finance.visit("subsidy", "/desk/funds")
                    .reads("代缴资助")
                    .reads("已足额拨付")
                    .accessible()
                    .picture("subsidy-funds");
            assertEquals(List.of(), finance.complaints());
        }
    }
}

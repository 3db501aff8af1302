package cn.liangxian.enrollment.access;

import cn.liangxian.desk.Desk;
import cn.liangxian.rest.Caller;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;

/** The fields with which whoever looks at a page says what for: a duty where the county binds to duties, and words. */
@RequestScoped
public class PurposeForm {

    private final Desk desk;
    private final Caller caller;
    private final GrantingAccess granting;

    PurposeForm(Desk desk, Caller caller, GrantingAccess granting) {
        this.desk = desk;
        this.caller = caller;
        this.granting = granting;
    }

    /** A statutory duty with its clause. */
    public record Choice(String code, String text) {}

    /** As the reader has filled it in; null where nothing is. */
    public StatedPurpose stated(String duty, String words) {
        return new StatedPurpose(duty, words, caller.department(), caller.area(), caller.name());
    }

    /** The page with what the form of {@code stated.html} needs. */
    public TemplateInstance on(TemplateInstance page, StatedPurpose said) {
        return page.data("said", said)
                .data("bound", granting.bound())
                .data(
                        "duties",
                        granting.dutiesOf(caller.department()).stream()
                                .map(duty -> new Choice(
                                        duty.code(),
                                        desk.language().of(duty.zh(), duty.en()) + " · "
                                                + duty.clause()
                                                        .substring(duty.clause().indexOf('/') + 1)))
                                .toList());
    }
}

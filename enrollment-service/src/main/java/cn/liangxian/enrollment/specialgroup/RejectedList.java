package cn.liangxian.enrollment.specialgroup;

/**
 * A rejected list as problem details (RFC 9457); the list is kept all the same and can be looked up by its id.
 *
 * @param code the reason, stable
 */
public record RejectedList(
        String type,
        String title,
        String titleEn,
        int status,
        String detail,
        String detailEn,
        String code,
        String listId,
        String grade,
        int declared,
        int received) {

    static RejectedList of(GradedList list) {
        return new RejectedList(
                "urn:liangxian:problem:" + list.reasonCode(),
                "名单被退回",
                "The list was rejected",
                422,
                list.why().zh(),
                list.why().en(),
                list.reasonCode(),
                list.listId(),
                list.grade().name(),
                list.declared(),
                list.received());
    }
}

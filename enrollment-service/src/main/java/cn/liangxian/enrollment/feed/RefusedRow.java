package cn.liangxian.enrollment.feed;

/**
 * What an answer says of a row that was not taken.
 *
 * @param row its number as the sender sees it, counted from 1
 * @param messageEn in English what {@code message} says in Chinese
 */
public record RefusedRow(int row, String field, String code, String message, String messageEn) {

    public static RefusedRow of(int row, RowFault fault) {
        return new RefusedRow(row, fault.field(), fault.code(), fault.message(), fault.messageEn());
    }
}

package cn.liangxian.enrollment.household;

import java.util.List;

/** The answer to a feed; the first errors by row, {@code errorCount} of them in all. */
public record HouseholdsApplied(
        String feedId, int received, int applied, int errorCount, List<HouseholdsApplied.Error> errors) {

    /** What is wrong with a row; {@code messageEn} says in English what {@code message} says in Chinese. */
    public record Error(int row, String field, String code, String message, String messageEn) {}
}

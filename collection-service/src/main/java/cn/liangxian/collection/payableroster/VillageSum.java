package cn.liangxian.collection.payableroster;

import cn.liangxian.handoff.Fen;

/** What a payable roster asks of one village: the data by which the first review goes. */
public record VillageSum(String village, int pensionLines, Fen pensionDue, int medicalLines, Fen medicalDue) {

    static VillageSum nothing(String village) {
        return new VillageSum(village, 0, Fen.ZERO, 0, Fen.ZERO);
    }

    VillageSum plus(RosterRow row) {
        return switch (row.insurance()) {
            case PENSION ->
                new VillageSum(village, pensionLines + 1, pensionDue.plus(row.due()), medicalLines, medicalDue);
            case MEDICAL ->
                new VillageSum(village, pensionLines, pensionDue, medicalLines + 1, medicalDue.plus(row.due()));
        };
    }
}

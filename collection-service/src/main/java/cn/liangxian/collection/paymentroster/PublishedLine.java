package cn.liangxian.collection.paymentroster;

import cn.liangxian.desk.Masked;
import cn.liangxian.handoff.Insurance;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One line as everybody may read it. It has no amount, no payer and no status: the tier of 100 and money paid on behalf
 * belong to hardship and disability alone, so either would show who is being helped.
 */
record PublishedLine(
        int number, String village, String maskedName, String maskedIdNumber, Insurance insurance, int feeYear) {

    static PublishedLine read(ResultSet row) throws SQLException {
        return new PublishedLine(
                row.getInt("number"),
                row.getString("village"),
                Masked.name(row.getString("name")),
                Masked.idNumber(row.getString("id_number")),
                Insurance.valueOf(row.getString("insurance")),
                row.getInt("fee_year"));
    }

    String canonical() {
        return number + "|" + village + "|" + maskedName + "|" + maskedIdNumber + "|" + insurance + "|" + feeYear;
    }
}

package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What entered the treasury on a date for an insurance, row by row. */
record TreasuryDay(LocalDate date, String insurance, List<Row> rows) {

    /** One booking; refunds are negative. */
    record Row(String channel, String voucher, long fen) {
        boolean ofResident() {
            return fen > 0 && !channel.equals("PROXY") && !channel.equals("SPONSOR");
        }
    }

    TreasuryDay sorted() {
        return new TreasuryDay(
                date,
                insurance,
                rows.stream()
                        .sorted(Comparator.comparing(Row::channel).thenComparing(Row::voucher))
                        .toList());
    }

    TreasuryDay without(Row row) {
        List<Row> fewer = new ArrayList<>(rows);
        fewer.remove(row);
        return new TreasuryDay(date, insurance, fewer);
    }

    TreasuryDay with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new TreasuryDay(date, insurance, more).sorted();
    }

    /** In fen. */
    long total() {
        return rows.stream().mapToLong(Row::fen).sum();
    }

    String account() {
        return insurance;
    }

    Body report(int version) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(Map.of("voucher", row.voucher(), "channel", row.channel(), "amount", row.fen()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("date", date.toString());
        body.put("insurance", insurance);
        body.put("account", account());
        body.put("version", version);
        body.put("rows", lines);
        body.put("count", lines.size());
        body.put("total", total());
        return Body.json(body);
    }
}

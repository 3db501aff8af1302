package cn.liangxian.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.liangxian.local.Database;
import cn.liangxian.local.TestServers;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CopyInTest {

    @Test
    void bytesAndTextsAreReadAsTheyWereWritten() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        byte[] plain = "{\"amount\":\"380.00\", \"x\":'~'}".getBytes(StandardCharsets.US_ASCII);
        String text = "两险\t\\x\n\r'\"";
        Database database = TestServers.newDatabase();
        Jdbi.create(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .useTransaction(h -> {
                    h.execute("create table written (n int, bytes bytea, text text)");
                    try (CopyIn copy = new CopyIn(h, "written")) {
                        copy.put(1).put(every).put(text).endRow();
                        copy.put(2).put((byte[]) null).put((Object) null).endRow();
                        copy.put(3).put(plain).put("").endRow();
                        assertEquals(3, copy.finish());
                    }
                    var rows = h.createQuery("select bytes, text from written order by n")
                            .map((row, context) -> new Object[] {row.getBytes(1), row.getString(2)})
                            .list();
                    assertArrayEquals(every, (byte[]) rows.get(0)[0]);
                    assertEquals(text, rows.get(0)[1]);
                    assertNull(rows.get(1)[0]);
                    assertNull(rows.get(1)[1]);
                    assertArrayEquals(plain, (byte[]) rows.get(2)[0]);
                });
    }
}

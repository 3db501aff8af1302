package cn.liangxian.enrollment.specialgroup;

import static cn.liangxian.enrollment.County.TOWNSHIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.feed.ListFiles;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists of a hundred megabytes over HTTP, sent as a stream so that the test itself holds nothing. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestSecurity(user = "huge")
@OidcSecurity(
        claims = {@Claim(key = "department", value = "CIVIL_AFFAIRS"), @Claim(key = "area", value = County.TOWNSHIP)})
class HugeListTest {

    private static final String BOUNDARY = "liangxian-test-boundary";

    @Inject
    County county;

    @TestHTTPResource("/special-groups")
    URI address;

    @Test
    void aFileAboveAHundredMegabytesIsRejectedWithItsReason() throws Exception {
        county.openDay();
        HttpResponse<String> answer = send(csv(101 << 20, "某某,1,2023-10-01,,\n"), 1);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("\"file-too-large\""), answer.body());
    }

    @Test
    void aLargeListWithEveryRowBadIsAnsweredWithTheFirstErrorsAndTheirNumber() throws Exception {
        county.openDay();
        String line = "某某,11010519491231002X,2023-10-01,,备注\n";
        int rows = (1 << 19) / ListFiles.utf8(line).length + 1;
        long before = county.count("select count(*) from special_group_error");
        HttpResponse<String> answer = send(csv(1 << 19, line), rows);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(
                answer.body().contains("\"ACCEPTED_WITH_ERRORS\""),
                answer.body().substring(0, 300));
        assertTrue(answer.body().length() < 400_000, "the answer grows with the list");
        assertTrue(county.count("select count(*) from special_group_error") - before >= rows);
    }

    private HttpResponse<String> send(Path file, int declared) throws Exception {
        String declaration = SpecialGroupListTest.declaration("DIBAO", TOWNSHIP, declared, true, false);
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"declaration\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + declaration + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
        } finally {
            file.toFile().delete();
        }
    }

    private static Path csv(int bytes, String text) {
        return ListFiles.file(".csv", plain -> {
            BufferedOutputStream out = new BufferedOutputStream(plain, 1 << 20);
            ListFiles.write(out, ListFiles.utf8("姓名,身份证号,开始日期,结束日期,备注\n"));
            byte[] line = ListFiles.utf8(text);
            for (int written = 0; written < bytes; written += line.length) {
                ListFiles.write(out, line);
            }
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

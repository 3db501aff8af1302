package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.util.List;
import java.util.regex.Pattern;

/** How documents are named that go out with a refund: by a digest of which a copy can be held, and without an ID number. */
final class NamedDocuments {

    private static final int LONGEST_NAME = 60;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    /** An ID number of old has 15 digits, one of today 17 and a check. */
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{15}");

    private NamedDocuments() {}

    /** @throws Problem with the rows, counted from 1, that are not so */
    static void mustBe(List<Document> documents) {
        Problem misnamed = new Problem(RefundProblem.DOCUMENT_MISNAMED, null);
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            if (document.digest() == null || !SHA_256.matcher(document.digest()).matches()) {
                misnamed.at(
                        i + 1,
                        "digest",
                        new Text("须为SHA-256，64位小写十六进制", "is a SHA-256, 64 hexadecimal digits in lower case"));
            }
            String name = document.name();
            if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
                misnamed.at(i + 1, "name", new Text("须为1至60字", "has 1 to 60 characters"));
            } else if (ID_NUMBER.matcher(name).find()) {
                misnamed.at(i + 1, "name", new Text("不得含身份证号码", "bears no ID number"));
            }
        }
        if (!misnamed.violations().isEmpty()) {
            throw misnamed;
        }
    }
}

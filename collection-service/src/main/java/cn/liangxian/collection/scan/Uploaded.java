package cn.liangxian.collection.scan;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A paper as a form brings it. */
public final class Uploaded {

    private static final int KIB = 1_024;
    private static final int MIB = 1_048_576;

    private Uploaded() {}

    /**
     * Nothing where nothing was chosen.
     *
     * @param most bytes
     * @throws Problem MALFORMED of the {@code field} when it is larger: such a file is refused unread
     */
    public static byte[] bytes(FileUpload file, int most, String field) {
        if (file == null) {
            return new byte[0];
        }
        if (file.size() > most) {
            String size = most < MIB ? most / KIB + " KB" : most / MIB + " MB";
            throw new Problem(AnyRequestProblem.MALFORMED, null)
                    .at(null, field, new Text("单个文件不得超过" + size, "a file may have at most " + size));
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

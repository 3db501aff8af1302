package cn.liangxian.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Under which name browsers keep style and script: another one as soon as they change. */
final class Assets {

    static final String VERSION = version("desk.css", "desk.js");

    private Assets() {}

    private static String version(String... files) {
        CRC32 sum = new CRC32();
        for (String file : files) {
            try (InputStream in =
                    Assets.class.getClassLoader().getResourceAsStream("META-INF/resources/desk-assets/" + file)) {
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}

package cn.liangxian.desk;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.lowagie.text.Image;
import java.util.Arrays;

/** A QR code as a picture of one pixel a module, with the quiet zone that telephones need around it. */
final class SquareCode {

    /** Modules, by the standard. */
    private static final int QUIET = 4;

    private SquareCode() {}

    static Image of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            int side = modules.getWidth() + 2 * QUIET;
            byte[] white = new byte[side * side];
            Arrays.fill(white, (byte) 0xff);
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        white[(y + QUIET) * side + x + QUIET] = 0;
                    }
                }
            }
            return Image.getInstance(side, side, 1, Byte.SIZE, white);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a square code: " + text.length() + " characters", e);
        }
    }
}

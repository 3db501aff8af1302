package cn.liangxian.collection.receipt;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;

/** Reads the square code of a document as a telephone does. */
final class SquareCodes {

    /** Pixels a module. */
    private static final int LARGE = 4;

    private SquareCodes() {}

    static String read(byte[] pdf) throws Exception {
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int i = 0; i < reader.getXrefSize(); i++) {
                PdfObject object = reader.getPdfObject(i);
                if (object instanceof PRStream stream && PdfName.IMAGE.equals(stream.get(PdfName.SUBTYPE))) {
                    return decoded(
                            PdfReader.getStreamBytes(stream),
                            stream.getAsNumber(PdfName.WIDTH).intValue());
                }
            }
        }
        throw new AssertionError("there is no picture in the document");
    }

    private static String decoded(byte[] white, int side) throws Exception {
        int[] pixels = new int[side * LARGE * side * LARGE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % (side * LARGE) / LARGE;
            int y = i / (side * LARGE) / LARGE;
            boolean lit = white[y * side + x] != 0;
            pixels[i] = lit ? 0xffffff : 0;
        }
        var picture = new RGBLuminanceSource(side * LARGE, side * LARGE, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(picture)))
                .getText();
    }
}

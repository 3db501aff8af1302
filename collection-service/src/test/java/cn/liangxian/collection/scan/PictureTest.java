package cn.liangxian.collection.scan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed in as a picture is decoded: how it begins says nothing. */
public class PictureTest {

    private static final ProblemType UNREADABLE = AnyRequestProblem.MALFORMED;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureIsOneOfAnySizeUpToTheBound(String format) throws IOException {
        for (int side : new int[] {1, 16, 501, 1_700}) {
            byte[] drawn = drawn(format, side, side);
            assertDoesNotThrow(() -> Picture.mustDecode(drawn, UNREADABLE), format + " " + side);
        }
        byte[] longest = drawn(format, Picture.LONGEST_SIDE, 2);
        assertDoesNotThrow(() -> Picture.mustDecode(longest, UNREADABLE));
        refused(drawn(format, Picture.LONGEST_SIDE + 1, 2));
        refused(drawn(format, 2, Picture.LONGEST_SIDE + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void oneThatBreaksOffIsNone(String format) throws IOException {
        byte[] whole = drawn(format, 64, 64);
        refused(Arrays.copyOf(whole, 40));
        refused(new byte[0]);
    }

    @Test
    void whatOnlyBeginsAsAPictureOrClaimsToBeHugeIsNone() throws IOException {
        byte[] begins = drawn("png", 8, 8);
        byte[] text = "not a picture".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, begins, 8, text.length);
        refused(begins);
        byte[] bomb = drawn("png", 8, 8);
        // width and height of the header
        ByteBuffer.wrap(bomb).putInt(16, Integer.MAX_VALUE).putInt(20, Integer.MAX_VALUE);
        refused(bomb);
        refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aProgressivePhotographIsOneOfUpToTwelveMillionPixels() throws IOException {
        byte[] most = progressive(4_000, 3_000);
        assertTrue(Jpeg.isProgressive(most));
        assertDoesNotThrow(() -> Picture.mustDecode(most, UNREADABLE));
        refused(progressive(4_000, 3_001));
        byte[] baseline = drawn("jpeg", 4_000, 3_001);
        assertFalse(Jpeg.isProgressive(baseline));
        assertDoesNotThrow(() -> Picture.mustDecode(baseline, UNREADABLE));
    }

    @Test
    void whatStandsBetweenTheMarkersHidesNoProgressivePhotograph() throws IOException {
        byte[] most = progressive(4_000, 3_001);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        filled.write(most, 0, 2);
        filled.write(new byte[] {1, (byte) 0xff, 0, (byte) 0xff});
        filled.write(most, 2, most.length - 2);
        assertTrue(Jpeg.isProgressive(filled.toByteArray()));
        assertFalse(Jpeg.isProgressive(Arrays.copyOf(most, 12)));
        assertFalse(Jpeg.isProgressive(marked(1)));
        assertFalse(Jpeg.isProgressive(new byte[0]));
    }

    private static byte[] progressive(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam passes = writer.getDefaultWriteParam();
        passes.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            writer.write(null, new IIOImage(drawn, null, null), passes);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void refused(byte[] bytes) {
        Problem problem = assertThrows(Problem.class, () -> Picture.mustDecode(bytes, UNREADABLE));
        assertEquals(UNREADABLE, problem.type());
    }

    /** A small one; no two with other marks are equal. */
    public static byte[] marked(int mark) {
        BufferedImage drawn = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(3, 3, mark);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static byte[] drawn(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, out);
        return out.toByteArray();
    }
}

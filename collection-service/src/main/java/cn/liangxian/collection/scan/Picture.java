package cn.liangxian.collection.scan;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemType;
import cn.liangxian.rest.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Whether bytes are a picture that can be looked at: decoded whole, whatever they begin with. */
final class Picture {

    /** A side, in pixels: a photograph of a telephone, a page scanned at 600 dots an inch. */
    static final int LONGEST_SIDE = 8_000;

    /** Pixels of a progressive JPEG: to show it at all, whoever decodes it keeps three numbers of each. */
    static final int MOST_PROGRESSIVE = 12_000_000;

    /** Small enough in memory: what is decoded is looked at by nobody. */
    private static final int KEPT_SIDE = 500;

    private Picture() {}

    /** @throws Problem {@code refused} unless it is one JPEG or PNG picture, whole, of sides that are not too long */
    static void mustDecode(byte[] bytes, ProblemType refused) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Problem(refused, new Text("不是图片", "no picture"));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                mustFit(width, height, refused);
                if (Jpeg.isProgressive(bytes)) {
                    mustFitInMemory(width, height, refused);
                    oneAtATime(reader);
                } else {
                    decode(reader);
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new Problem(refused, new Text("图片无法打开", "it cannot be decoded"));
        }
    }

    private static synchronized void oneAtATime(ImageReader reader) throws IOException {
        decode(reader);
    }

    private static void decode(ImageReader reader) throws IOException {
        ImageReadParam fewer = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / KEPT_SIDE);
        fewer.setSourceSubsampling(step, step, 0, 0);
        reader.read(0, fewer);
    }

    private static void mustFitInMemory(int width, int height, ProblemType refused) {
        if ((long) width * height > MOST_PROGRESSIVE) {
            throw new Problem(
                    refused,
                    new Text(
                            "渐进式JPEG图片最多1200万像素，请另存为普通JPEG",
                            "a progressive JPEG has at most 12 million pixels: save it as a baseline one"));
        }
    }

    private static void mustFit(int width, int height, ProblemType refused) {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            String sides = width + " x " + height;
            String most = LONGEST_SIDE + " x " + LONGEST_SIDE;
            throw new Problem(refused, new Text("图片为" + sides + "像素，最大" + most, sides + " pixels, at most " + most));
        }
    }
}

package cn.liangxian.collection.scan;

import java.util.Set;

/** What the markers of a JPEG say before its first scan. */
final class Jpeg {

    private static final int MARKER = 0xff;
    private static final int START = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final Set<Integer> PROGRESSIVE = Set.of(0xc2, 0xc6, 0xca, 0xce);

    private Jpeg() {}

    /** Whether its lines come in several passes, so that a decoder keeps the coefficients of the whole picture. */
    static boolean isProgressive(byte[] bytes) {
        if (bytes.length < 2 || at(bytes, 0) != MARKER || at(bytes, 1) != START) {
            return false;
        }
        int next = 2;
        while (next + 3 < bytes.length) {
            int code = at(bytes, next + 1);
            // decoders pass over what is no marker
            if (at(bytes, next) != MARKER || code == MARKER || code == 0) {
                next++;
            } else if (PROGRESSIVE.contains(code)) {
                return true;
            } else if (code == START_OF_SCAN) {
                return false;
            } else {
                next += 2 + (standsAlone(code) ? 0 : at(bytes, next + 2) << 8 | at(bytes, next + 3));
            }
        }
        return false;
    }

    private static boolean standsAlone(int code) {
        return code == 1 || code >= 0xd0 && code <= START;
    }

    private static int at(byte[] bytes, int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }
}

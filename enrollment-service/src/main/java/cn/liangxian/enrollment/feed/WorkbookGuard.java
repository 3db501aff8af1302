package cn.liangxian.enrollment.feed;

import cn.liangxian.rest.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through every part of a workbook before the reader may touch it: bytes as they really unzip (the sizes that the
 * archive declares are the sender's word), and XML of the plain kind only. It unzips with the same library as the reader,
 * so that both see the same parts.
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 2000;
    private final ListLimits limits;
    private long unzipped;

    WorkbookGuard(ListLimits limits) {
        this.limits = limits;
    }

    void pass(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            int parts = 0;
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                if (++parts > MOST_PARTS) {
                    throw new UnreadableListException(
                            Unreadable.ZIP_BOMB,
                            new Text("部件超过" + MOST_PARTS + "个", "more than " + MOST_PARTS + " parts"));
                }
                scan(zip, entries.nextElement());
            }
        }
    }

    private void scan(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long size = 0;
        PartScanner scanner = null;
        try (InputStream part = zip.getInputStream(entry)) {
            if (part == null) {
                throw new UnreadableListException(
                        Unreadable.XLSX_BROKEN, new Text("有部件无法解压", "a part cannot be unzipped"));
            }
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                if (size == 0 && read > 0) {
                    scanner = PartScanner.looksLikeXml(buffer, read) ? new PartScanner(limits) : null;
                }
                size += read;
                unzipped += read;
                refuseBomb(size, entry.getCompressedSize());
                if (scanner != null) {
                    take(scanner, buffer, read, entry);
                }
            }
        }
    }

    /** A part full of blanks meets the limit of a text first; that it is a bomb is the better reason. */
    private void take(PartScanner scanner, byte[] buffer, int read, ZipArchiveEntry entry) {
        try {
            scanner.take(buffer, read);
        } catch (UnreadableListException e) {
            if (e.reason() == Unreadable.XLSX_TOO_WIDE) {
                refuseBomb(entry.getSize(), entry.getCompressedSize());
            }
            throw e;
        }
    }

    private void refuseBomb(long size, long zipped) {
        if (unzipped > limits.unzippedBytes()) {
            throw new UnreadableListException(
                    Unreadable.ZIP_BOMB,
                    new Text(
                            "解压后超过" + limits.unzippedBytes() + "字节",
                            "unzips to more than " + limits.unzippedBytes() + " bytes"));
        }
        if (size > limits.ratioFrom() && size / limits.ratio() > Math.max(1, zipped)) {
            throw new UnreadableListException(
                    Unreadable.ZIP_BOMB,
                    new Text(
                            "有部件解压后超过原大小的" + limits.ratio() + "倍",
                            "a part unzips to more than " + limits.ratio() + " times its size"));
        }
    }
}

package cn.liangxian.desk;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A document as PDF, drawn from top to bottom. The characters that it uses are embedded: it looks the same everywhere, for good. */
public final class Paper {

    private static final Color RED = new Color(190, 30, 30);
    private static final Color SHADE = new Color(232, 237, 244);
    private static final float TEXT = 9;
    private static final float HEADING = 11;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document;
    private final PdfWriter writer;

    private Paper(String title, Rectangle size) {
        document = new Document(size, 32, 32, 28, 24);
        writer = PdfWriter.getInstance(document, out);
        document.addTitle(title);
    }

    /** A slip of one page, half of a sheet. */
    public static Paper slip(String title) {
        Paper paper = new Paper(title, PageSize.A5.rotate());
        paper.document.open();
        return paper;
    }

    /** A report of numbered pages. */
    public static Paper report(String title) {
        Paper paper = new Paper(title, PageSize.A4);
        paper.writer.setPageEvent(new Numbers());
        paper.document.open();
        return paper;
    }

    /** A line in the middle, {@code size} in points. */
    public Paper centred(String text, float size) {
        Paragraph line = new Paragraph(text, font(size));
        line.setAlignment(Element.ALIGN_CENTER);
        line.setSpacingAfter(4);
        document.add(line);
        return this;
    }

    /** What the table below is about. */
    public Paper heading(String text) {
        Paragraph line = new Paragraph(text, font(HEADING));
        line.setSpacingBefore(12);
        document.add(line);
        return this;
    }

    /** Rows of as many cells as there are widths, which are relative to each other. */
    public Paper table(float[] widths, List<List<String>> rows) {
        document.add(table(widths, rows, 0));
        return this;
    }

    /** The same under names, which stand on top of each page. */
    public Paper table(float[] widths, List<String> names, List<List<String>> rows) {
        PdfPTable table = table(widths, List.of(names), 1);
        fill(table, rows, null);
        document.add(table);
        return this;
    }

    /** An address under the words that say what is found there, beside a square code of it. */
    public Paper address(String words, String address) {
        PdfPTable table = new PdfPTable(new float[] {86, 14});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        PdfPCell text = new PdfPCell(new Phrase(words + "\n" + address, font(TEXT)));
        text.setBorder(Rectangle.NO_BORDER);
        text.setVerticalAlignment(Element.ALIGN_MIDDLE);
        table.addCell(text);
        PdfPCell code = new PdfPCell(SquareCode.of(address), true);
        code.setBorder(Rectangle.NO_BORDER);
        table.addCell(code);
        document.add(table);
        return this;
    }

    /** Large and red across what has been drawn, on the page reached. */
    public Paper stamp(String text) {
        PdfContentByte canvas = writer.getDirectContent();
        canvas.beginText();
        canvas.setFontAndSize(PaperFont.BASE, 44);
        canvas.setColorFill(RED);
        Rectangle page = document.getPageSize();
        canvas.showTextAligned(Element.ALIGN_CENTER, text, page.getWidth() / 2, page.getHeight() / 3, 20);
        canvas.endText();
        return this;
    }

    /** The finished document; nothing can be added any more. */
    public byte[] bytes() {
        document.close();
        return out.toByteArray();
    }

    private static PdfPTable table(float[] widths, List<List<String>> rows, int names) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        table.setHeaderRows(names);
        fill(table, rows, names > 0 ? SHADE : null);
        return table;
    }

    private static void fill(PdfPTable table, List<List<String>> rows, Color ground) {
        rows.forEach(row -> row.forEach(cell -> {
            PdfPCell drawn = new PdfPCell(new Phrase(cell, font(TEXT)));
            drawn.setPadding(4);
            if (ground != null) {
                drawn.setBackgroundColor(ground);
            }
            table.addCell(drawn);
        }));
    }

    private static Font font(float size) {
        return new Font(PaperFont.BASE, size);
    }

    private static final class Numbers extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte canvas = writer.getDirectContent();
            canvas.beginText();
            canvas.setFontAndSize(PaperFont.BASE, TEXT);
            canvas.showTextAligned(
                    Element.ALIGN_CENTER,
                    "— " + writer.getPageNumber() + " —",
                    document.getPageSize().getWidth() / 2,
                    12,
                    0);
            canvas.endText();
        }
    }

    /** Read when first needed: most of the time nobody asks for a document. */
    private static final class PaperFont {
        private static final String FILE = "NotoSansSC-Regular.ttf";
        private static final BaseFont BASE = read();

        private static BaseFont read() {
            try (InputStream font = Paper.class.getResourceAsStream("/fonts/" + FILE)) {
                return BaseFont.createFont(
                        FILE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, font.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException("the font is part of this jar", e);
            }
        }
    }
}

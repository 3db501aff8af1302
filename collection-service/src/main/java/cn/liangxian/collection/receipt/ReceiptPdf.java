package cn.liangxian.collection.receipt;

import cn.liangxian.collection.receipt.IssuingReceipt.ForHolder;
import cn.liangxian.collection.receipt.Receipt.Line;
import cn.liangxian.collection.receipt.Receipt.State;
import cn.liangxian.policy.Channel;
import cn.liangxian.policy.Policy;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Draws a voucher or certificate as PDF. The characters that it uses are embedded: it looks the same everywhere, for good. */
@ApplicationScoped
class ReceiptPdf {

    private static final String FONT = "NotoSansSC-Regular.ttf";
    private static final Color RED = new Color(190, 30, 30);

    private final Policy policy;
    private BaseFont base;

    ReceiptPdf(Policy policy) {
        this.policy = policy;
    }

    byte[] draw(ForHolder holder) {
        Receipt receipt = holder.receipt();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document page = new Document(PageSize.A5.rotate(), 32, 32, 28, 24);
        PdfWriter writer = PdfWriter.getInstance(page, out);
        page.addTitle(receipt.kind().title() + " " + receipt.number());
        page.open();
        page.add(centred(receipt.kind().title(), 15));
        page.add(centred(
                policy.jurisdiction().name() + "税务部门    编号 " + receipt.number() + "    校验码 " + receipt.checkCode(), 9));
        page.add(person(holder));
        page.add(lines(receipt.lines()));
        page.add(sum(receipt));
        if (receipt.state() == State.VOID) {
            stamp(writer.getDirectContent(), page, receipt.state().zh());
        }
        page.close();
        return out.toByteArray();
    }

    private PdfPTable person(ForHolder holder) {
        Receipt receipt = holder.receipt();
        PdfPTable table = table(12, 30, 14, 44);
        row(table, "缴费人", holder.name(), "证件号码", receipt.maskedIdNumber());
        row(
                table,
                "费款年度",
                Integer.toString(receipt.feeYear()),
                "开具日期",
                receipt.issuedOn().toString());
        return table;
    }

    private PdfPTable lines(List<Line> lines) {
        PdfPTable table = table(23, 12, 11, 11, 13, 30);
        row(table, "险种", "缴费日期", "金额（元）", "已退（元）", "缴费方式", "凭证号");
        for (Line line : lines) {
            row(
                    table,
                    line.insurance().zh(),
                    line.paidOn().toString(),
                    line.amount().yuan(),
                    line.refunded().yuan(),
                    way(line),
                    line.voucher());
        }
        return table;
    }

    private PdfPTable sum(Receipt receipt) {
        PdfPTable table = table(12, 58, 10, 20);
        row(
                table,
                "合计",
                receipt.total().yuan() + " 元    " + CapitalAmount.of(receipt.total()),
                "状态",
                receipt.state().zh());
        return table;
    }

    /** Money paid on behalf or sponsored came by no channel. */
    private String way(Line line) {
        return switch (line.payer()) {
            case "PROXY" -> "代缴";
            case "SPONSOR" -> "资助";
            default -> policy.channel(line.channel()).map(Channel::zh).orElse(line.channel());
        };
    }

    private void stamp(PdfContentByte canvas, Document page, String text) {
        canvas.beginText();
        canvas.setFontAndSize(base(), 44);
        canvas.setColorFill(RED);
        float middle = page.getPageSize().getWidth() / 2;
        canvas.showTextAligned(
                Element.ALIGN_CENTER, text, middle, page.getPageSize().getHeight() / 3, 20);
        canvas.endText();
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        return table;
    }

    private void row(PdfPTable table, String... cells) {
        for (String cell : cells) {
            PdfPCell drawn = new PdfPCell(new Phrase(cell, font(9)));
            drawn.setPadding(4);
            table.addCell(drawn);
        }
    }

    private Paragraph centred(String text, float size) {
        Paragraph paragraph = new Paragraph(text, font(size));
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(4);
        return paragraph;
    }

    private Font font(float size) {
        return new Font(base(), size);
    }

    /** Read when first needed: most of the time nobody asks for a document. */
    private synchronized BaseFont base() {
        if (base == null) {
            try (InputStream font = ReceiptPdf.class.getResourceAsStream("/fonts/" + FONT)) {
                base = BaseFont.createFont(
                        FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, font.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException("the font is part of this jar", e);
            }
        }
        return base;
    }
}

package cn.liangxian.collection.receipt;

import cn.liangxian.collection.receipt.IssuingReceipt.ForHolder;
import cn.liangxian.collection.receipt.Receipt.Line;
import cn.liangxian.collection.receipt.Receipt.State;
import cn.liangxian.desk.ChannelNames;
import cn.liangxian.desk.Paper;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws a voucher or certificate as PDF. */
@ApplicationScoped
class ReceiptPdf {

    private final Policy policy;
    private final ChannelNames channels;
    private final String verification;

    /** @param verification where anybody verifies a document */
    ReceiptPdf(
            Policy policy,
            ChannelNames channels,
            @ConfigProperty(name = "liangxian.verification") String verification) {
        this.policy = policy;
        this.channels = channels;
        this.verification = verification;
    }

    byte[] draw(ForHolder holder) {
        Receipt receipt = holder.receipt();
        Paper paper = Paper.slip(receipt.kind().title() + " " + receipt.number())
                .centred(receipt.kind().title(), 15)
                .centred(
                        policy.jurisdiction().name() + "税务部门    编号 " + receipt.number() + "    校验码 "
                                + receipt.checkCode(),
                        9)
                .table(new float[] {12, 30, 14, 44}, person(holder))
                .table(new float[] {23, 12, 11, 11, 13, 30}, lines(receipt.lines()))
                .table(new float[] {12, 58, 10, 20}, sum(receipt))
                .address(
                        "扫码或打开以下地址，凭编号与校验码核验真伪及现状 / Scan or open this address to verify",
                        verification + "?number=" + receipt.number() + "&code=" + receipt.checkCode());
        if (receipt.state() == State.VOID) {
            paper.stamp(receipt.state().zh());
        }
        return paper.bytes();
    }

    private static List<List<String>> person(ForHolder holder) {
        Receipt receipt = holder.receipt();
        return List.of(
                List.of("缴费人", holder.name(), "证件号码", receipt.maskedIdNumber()),
                List.of(
                        "费款年度",
                        Integer.toString(receipt.feeYear()),
                        "开具日期",
                        receipt.issuedOn().toString()));
    }

    private List<List<String>> lines(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("险种", "缴费日期", "金额（元）", "已退（元）", "缴费方式", "凭证号"));
        for (Line line : lines) {
            rows.add(List.of(
                    line.insurance().zh(),
                    line.paidOn().toString(),
                    line.amount().yuan(),
                    line.refunded().yuan(),
                    channels.of(line.channel()).zh(),
                    line.voucher()));
        }
        return rows;
    }

    private static List<List<String>> sum(Receipt receipt) {
        return List.of(List.of(
                "合计",
                receipt.total().yuan() + " 元    " + CapitalAmount.of(receipt.total()),
                "状态",
                receipt.state().zh()));
    }
}

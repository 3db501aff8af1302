package cn.liangxian.world.actor;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Township;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.Diary.Way;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Where the notice wants a cash ledger: the collector of the village takes cash from old people who can use nothing else,
 * under the marks of three, and pays it in for them the same day, a few a day later; the township files its ledger.
 */
public final class CashVillages implements Actor {
    /** A county whose policy expects it takes cash in this way. */
    static final String LEDGER = "collection-cash-ledger-filed";

    /** Over which the collector pays in. */
    static final String CHANNEL = "POS";

    private static final int FILED_AFTER_END = 3;
    private static final double KEPT_OVERNIGHT = 0.03;
    /** For how long a collector who does not pay in keeps the money; by then it must have been asked for. */
    private static final int KEPT_DAYS = 21;
    /** 20 yuan. */
    private static final long TAKEN_MORE_FEN = 2_000;

    /** Pixels: a square has as many as a digest has bits. */
    private static final int SIDE = 16;

    private final Surroundings around;
    private final Diary diary;
    private final Bills bills;
    private final List<Resident> payers;
    private final Map<String, long[]> ledgers = new HashMap<>();
    private final Map<LocalDate, List<Entry>> kept = new HashMap<>();
    private final Set<String> notPaidIn;
    private final Set<String> takesMore;

    private record Entry(String id, Purse purse) {}

    public CashVillages(Surroundings around, Diary diary, Bills bills, List<Resident> residents) {
        this.around = around;
        this.diary = diary;
        this.bills = bills;
        payers = residents.stream().filter(r -> diary.way(r) == Way.CASH).toList();
        LocalDate mendable = around.county().end().minusDays(KEPT_DAYS);
        List<String> early = payers.stream()
                .filter(r -> r.habit().pays() && r.habit().day().isBefore(mendable))
                .map(Resident::village)
                .distinct()
                .toList();
        int retained = around.misbehaviour().cashRetained();
        notPaidIn = early.stream().limit(retained).collect(Collectors.toSet());
        takesMore = early.stream()
                .skip(retained)
                .limit(around.misbehaviour().cashMoreTaken())
                .collect(Collectors.toSet());
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (around.policy().deadline(LEDGER).isEmpty()) return;
        if (day.equals(around.county().pay().from()))
            around.crowd().each(around.county().townships(), this::list);
        LocalDate files = around.nextWorkday(around.county().end().plusDays(FILED_AFTER_END));
        if (day.equals(files)) around.crowd().each(around.county().townships(), this::file);
    }

    @Override
    public void atTheCounter(LocalDate day) {
        List<Entry> due = kept.remove(day);
        around.crowd().each(due == null ? List.of() : due, this::payIn);
        around.crowd().each(diary.purses(day, Way.CASH), purse -> take(purse, day));
    }

    private void list(Township township) {
        List<Map<String, Object>> listed = payers.stream()
                .filter(r -> r.township().equals(township.code()))
                .map(r -> Map.<String, Object>of("idNumber", r.idNumber(), "reason", "无手机、无银行卡"))
                .toList();
        if (!listed.isEmpty())
            post(
                            "township",
                            township.code(),
                            "/cash-payers",
                            "cash-payers-" + township.code(),
                            Map.of("payers", listed))
                    .orThrow("cash payers of " + township.code());
    }

    private void take(Purse wished, LocalDate day) {
        Resident resident = wished.resident();
        String client = around.access().client("village", resident.township());
        Purse purse =
                Bills.corrected(wished, bills.of(resident.idNumber(), client)).orElse(null);
        if (purse == null) return;
        long taken = takesMore.contains(resident.village()) ? purse.fen() + TAKEN_MORE_FEN : purse.fen();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("village", resident.village());
        body.put("collector", AgentRegistrations.numberOf(resident.village()));
        body.put("head", "村党支部书记");
        body.put("idNumber", resident.idNumber());
        body.put("insurance", purse.insurance().name());
        if (purse.insurance() == Insurance.PENSION) body.put("tier", purse.tierFen());
        body.put("amount", taken);
        body.put("marks", marks(purse));
        Answer answer = post("village", resident.township(), "/cash-entries", "cash-" + purse.voucher("K"), body);
        if (answer.code().equals("not-a-cash-payer")) return;
        String id = answer.orThrow("cash of resident " + resident.number())
                .json()
                .required("entryId")
                .asText();
        synchronized (ledgers) {
            long[] sum = ledgers.computeIfAbsent(resident.township(), t -> new long[2]);
            sum[0]++;
            sum[1] += taken;
        }
        if (taken > purse.fen())
            around.misdeeds().did(Kind.CASH_MORE_TAKEN, day, resident.village(), taken - purse.fen(), false);
        Entry entry = new Entry(id, purse);
        Chance die = around.chance().of("cash kept").of(resident.number());
        if (notPaidIn.contains(resident.village())
                && day.plusDays(KEPT_DAYS).isBefore(around.county().end())) {
            around.misdeeds().did(Kind.CASH_NOT_PAID, day, resident.village(), purse.fen(), true);
            keep(entry, day.plusDays(KEPT_DAYS));
        } else if (day.isBefore(around.county().end()) && die.happens(KEPT_OVERNIGHT)) keep(entry, day.plusDays(1));
        else payIn(entry);
    }

    private synchronized void keep(Entry entry, LocalDate until) {
        kept.computeIfAbsent(until, d -> new ArrayList<>()).add(entry);
    }

    private void payIn(Entry entry) {
        Purse purse = entry.purse();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", CHANNEL);
        body.put("voucher", purse.voucher("K"));
        if (purse.insurance() == Insurance.PENSION) body.put("tier", purse.tierFen());
        body.put("amount", purse.fen());
        post(
                        "village",
                        purse.resident().township(),
                        "/cash-entries/" + entry.id() + "/settlement",
                        "cash-settlement-" + purse.voucher("K"),
                        body)
                .orThrow("cash paid in for resident " + purse.resident().number());
    }

    private void file(Township township) {
        long[] sum = ledgers.getOrDefault(township.code(), new long[2]);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("township", township.code());
        body.put("entries", sum[0]);
        body.put("total", sum[1]);
        body.put("scan", image("ledger " + township.code()));
        body.put("originalAt", "乡（镇）社会保障所");
        post("township", township.code(), "/cash-ledgers", "cash-ledger-" + township.code(), body)
                .orThrow("cash ledger of " + township.code());
    }

    private Answer post(String department, String area, String path, String key, Map<String, Object> body) {
        return around.access()
                .post(Service.COLLECTION, around.access().client(department, area), path, key, Body.json(body));
    }

    private static List<Map<String, Object>> marks(Purse purse) {
        List<Map<String, Object>> marks = new ArrayList<>();
        for (String role : List.of("PAYER", "COLLECTOR", "HEAD"))
            for (String kind : List.of("SIGNATURE", "FINGERPRINT"))
                marks.add(Map.of("role", role, "kind", kind, "image", image(purse.voucher(role + kind))));
        return marks;
    }

    /** A picture of the bits of a digest: each is another one. */
    private static byte[] image(String of) {
        try {
            BitSet bits =
                    BitSet.valueOf(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
            BufferedImage drawn = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
            for (int i = 0; i < SIDE * SIDE; i++) if (!bits.get(i)) drawn.setRGB(i % SIDE, i / SIDE, 0xffffff);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

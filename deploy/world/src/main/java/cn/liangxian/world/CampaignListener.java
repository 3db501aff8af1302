package cn.liangxian.world;

import java.time.LocalDate;

/** Somebody who watches a campaign being played. */
public interface CampaignListener {

    /** Watches nothing. */
    CampaignListener SILENT = progress -> {};

    /**
     * How far the campaign is.
     *
     * @param played days played, of {@code days} in all
     * @param people for whom something has been paid
     * @param fen paid so far by whomever
     * @param events that the departments outside have read from the topics
     */
    record Progress(LocalDate day, int played, int days, int people, long fen, long events) {}

    /** A day is over and the services are at rest. */
    void dayOver(Progress progress);
}

package cn.liangxian.handoff;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What travels around every handoff: the CloudEvents 1.0 attributes (binary mode, {@code ce_*} headers) and the three
 * extensions of the house.
 *
 * @param id unique with {@code source}; a second delivery bears the same id
 * @param source the publishing service, {@code /enrollment}
 * @param type the topic of the handoff
 * @param subject the key of the record
 * @param time wall clock of the publication, for operators only: no rule reads it
 * @param businessDate the opened business date on which it happened
 * @param correlation the id of the first event of this chain
 * @param causation the id of the event that this one follows from; null at the start of a chain
 */
public record Envelope(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        LocalDate businessDate,
        String correlation,
        String causation) {

    public static final String SPEC_VERSION = "1.0";
    public static final String CE_SPEC_VERSION = "ce_specversion";
    public static final String CE_ID = "ce_id";
    public static final String CE_SOURCE = "ce_source";
    public static final String CE_TYPE = "ce_type";
    public static final String CE_SUBJECT = "ce_subject";
    public static final String CE_TIME = "ce_time";
    public static final String CE_BUSINESS_DATE = "ce_businessdate";
    public static final String CE_CORRELATION = "ce_correlationid";
    public static final String CE_CAUSATION = "ce_causationid";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JSON = "application/json";
}

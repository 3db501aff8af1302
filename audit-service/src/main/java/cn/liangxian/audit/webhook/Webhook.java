package cn.liangxian.audit.webhook;

import cn.liangxian.handoff.Department;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A subscription as its department sees it. Its secrets are told once, when they are made.
 *
 * @param topics the handoffs that are told
 * @param createdOn null before the first business date
 * @param failures tries that failed since the last that did not; {@code failingSince} and {@code lastFailure} null when
 *     there are none
 * @param waiting events that are still to be told; {@code givenUp} those that are not tried any more
 * @param disabled nothing is sent until it is resumed
 */
public record Webhook(
        String webhookId,
        Department department,
        String url,
        List<String> topics,
        String createdBy,
        LocalDate createdOn,
        int failures,
        Instant failingSince,
        String lastFailure,
        int waiting,
        int givenUp,
        boolean disabled) {}

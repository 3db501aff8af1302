package cn.liangxian.collection.agent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A village agent (村居代办人员): who may take contributions in one village.
 *
 * @param number the township's own number of the agent
 * @param agreementDigest SHA-256 of the signed agreement, in hexadecimal
 * @param from first and {@code until} last day on which the agent may collect
 */
public record Agent(
        @NotBlank @Size(max = 12) String village,
        @NotBlank @Size(max = 40) String number,
        @NotBlank @Size(max = 40) String name,
        @NotBlank @Size(max = 128) String agreementDigest,
        @NotNull LocalDate from,
        @NotNull LocalDate until) {

    public boolean mayCollectOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    public String township() {
        return village.substring(0, Math.min(9, village.length()));
    }
}

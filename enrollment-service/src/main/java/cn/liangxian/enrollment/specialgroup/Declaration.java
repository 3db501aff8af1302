package cn.liangxian.enrollment.specialgroup;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What a department states about the list it hands in (盖章确认年度应参保总人数, yicheng-2024/五(一)-d).
 *
 * @param area division code of the unit that listed
 * @param listDate the day the list speaks for; a row without a date of its own begins on it
 * @param signedBy who signs for the department
 * @param carrier electronic, media, mail or paper
 * @param confirmedZero nobody has this status: the empty list is meant
 */
public record Declaration(
        @NotBlank String category,
        @NotBlank String area,
        @NotNull LocalDate listDate,
        @Min(0) int declaredCount,
        @Size(max = 100) String signedBy,
        boolean sealed,
        @Size(max = 100) String carrier,
        boolean confirmedZero) {}

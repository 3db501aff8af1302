package cn.liangxian.calendar;

import cn.liangxian.calendar.WorkCalendar.UnknownSeason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the holiday files: one per year for the nation (each may reach into the year before), one overlay per region. */
final class HolidayFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HolidayFiles() {}

    static WorkCalendar read(Path folder, String region) {
        Map<LocalDate, Boolean> offDays = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        for (Path file : yearFiles(folder)) {
            JsonNode notice = parse(file);
            years.add(notice.required("year").intValue());
            addDays(notice, offDays);
        }
        if (years.isEmpty()) throw new IllegalArgumentException("no holiday files <year>.json in " + folder);
        List<UnknownSeason> unknown = new ArrayList<>();
        if (!region.equals("CN")) {
            Path overlay = folder.resolve(region + ".json");
            if (!Files.isRegularFile(overlay)) throw new IllegalArgumentException("no calendar overlay " + overlay);
            JsonNode notice = parse(overlay);
            addDays(notice, offDays);
            notice.path("unknown")
                    .forEach(season -> unknown.add(new UnknownSeason(
                            day(season, "from"),
                            day(season, "until"),
                            season.path("why").asText())));
        }
        return new WorkCalendar(region, offDays, years, unknown);
    }

    private static void addDays(JsonNode notice, Map<LocalDate, Boolean> offDays) {
        notice.required("days")
                .forEach(day ->
                        offDays.put(day(day, "date"), day.required("isOffDay").booleanValue()));
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.required(field).textValue());
    }

    /** In order of the years, so that a later notice wins over what an earlier one said of the same day. */
    private static Set<Path> yearFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<Path> years = new TreeSet<>();
            files.filter(file -> file.getFileName().toString().matches("\\d{4}\\.json"))
                    .forEach(years::add);
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

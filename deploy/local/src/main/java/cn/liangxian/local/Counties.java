package cn.liangxian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The counties of a checkout, a policy file each in {@code deploy/jurisdictions}, and which one is meant when none is named. */
public final class Counties {

    private static final String FOLDER = "deploy/jurisdictions";
    private static final String ENDING = ".yaml";
    private static final String OTHER = "other-reading" + ENDING;

    private Counties() {}

    /**
     * The policy file of a county.
     *
     * @throws StackProblem when there is none, with the names of those that there are
     */
    public static Path policy(Path root, String county) {
        Path file = root.resolve(FOLDER).resolve(county + ENDING);
        if (!Files.isRegularFile(file)) {
            throw new StackProblem("No county " + county + ": no file " + file, "choose of: " + known(root));
        }
        return file;
    }

    /**
     * The file, in a folder of its own, of a county that reads its notice otherwise: with these values of a policy file. It is the
     * same for the same values, so that whatever runs by it need not be started anew.
     */
    public static Path reading(Path root, String county, String values) {
        Path taken = policy(root, county).toAbsolutePath();
        try (Stream<String> lines = Files.lines(taken)) {
            // what a file that stands on another one must say itself
            String own = lines.filter(line -> line.startsWith("document:") || line.startsWith("effective:"))
                    .collect(Collectors.joining("\n"));
            String text = "extends: " + taken + "\n" + own + "\n" + values + "\n";
            UUID name = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            Path folder = Path.of(System.getProperty("java.io.tmpdir"), "liangxian-reading-" + name);
            if (!Files.exists(folder)) {
                Path made = Files.createTempDirectory("reading");
                Files.createSymbolicLink(made.resolve("holidays"), taken.resolveSibling("holidays"));
                Files.writeString(made.resolve(OTHER), text);
                put(made, folder);
            }
            return folder.resolve(OTHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(made); // another one was first
        }
    }

    /**
     * The county whose stack runs or whose data is here; on an empty checkout the only one there is a file of.
     *
     * @throws StackProblem when there are several to choose from
     */
    public static String meant(Path root) {
        return StackRecord.read(root)
                .map(StackPlan::county)
                .or(() -> ofData(root.resolve(".liangxian")))
                .orElseGet(() -> only(root));
    }

    /** The county of that name; without a name the one that is {@link #meant(Path)}. */
    public static String meant(Path root, String named) {
        return named == null ? meant(root) : named;
    }

    /** The county whose data a stack's home holds. */
    public static Optional<String> ofData(Path home) {
        Path mark = mark(home);
        try {
            return Files.exists(mark) ? Optional.of(Files.readString(mark).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(mark + " cannot be read", e);
        }
    }

    /** The county that there is a file of, when it is the only one. */
    static String only(Path root) {
        List<String> known = known(root);
        if (known.size() != 1) {
            throw new StackProblem(
                    "Which county? " + FOLDER + " has " + known.size(), "say --county with one of " + known);
        }
        return known.get(0);
    }

    /** Notes whose data the home will hold, and refuses to mix two counties: one policy would judge the other's people. */
    static void claim(StackPlan plan) {
        ofData(plan.home()).filter(other -> !other.equals(plan.county())).ifPresent(other -> {
            throw new StackProblem(
                    "The data in " + plan.data() + " is that of " + other + ", not of " + plan.county(),
                    "go on with " + other + ", or wipe it with `deploy/liangxian reset`");
        });
        try {
            Files.createDirectories(plan.data());
            Files.writeString(mark(plan.home()), plan.county());
        } catch (IOException e) {
            throw new UncheckedIOException(plan.data() + " cannot be written", e);
        }
    }

    private static Path mark(Path home) {
        return home.resolve("data/county");
    }

    private static List<String> known(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder " + root.resolve(FOLDER), e);
        }
    }
}

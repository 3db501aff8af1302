package cn.liangxian.journeys.clause;

import cn.liangxian.journeys.clause.Mention.Kind;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds {@code @Clause} and the clauses of {@code @Terms} in source files. They are parsed, not compiled: the tests of a
 * service are not on the class path here.
 */
final class SourceMentions extends TreeScanner<Void, String> {

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");
    private final Path root;
    private final List<Mention> mentions = new ArrayList<>();
    private String file;

    private SourceMentions(Path root) {
        this.root = root;
    }

    static List<Mention> in(Path root, Collection<Path> sources) throws IOException {
        SourceMentions found = new SourceMentions(root);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                found.file =
                        root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
                found.scan(unit.getTypeDecls(), "");
            }
        }
        return found.mentions;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
        String name = outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
        boolean test = type.getMembers().stream()
                .anyMatch(member -> member instanceof MethodTree method && isTest(method.getModifiers()));
        note(type.getModifiers(), name, test);
        return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
        note(method.getModifiers(), type + "#" + method.getName(), isTest(method.getModifiers()));
        return super.visitMethod(method, type);
    }

    private void note(ModifiersTree modifiers, String place, boolean test) {
        boolean testTree = file.contains("/src/test/");
        Kind kind = !testTree ? Kind.CARRIES : test && !has(modifiers, Set.of("Disabled")) ? Kind.SHOWS : Kind.IDLE;
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            String name = name(annotation);
            if (name.equals("Clause")) {
                literals(annotation.getArguments()).forEach(id -> mentions.add(new Mention(id, place, file, kind)));
            } else if (name.equals("Terms") && !testTree) {
                annotation.getArguments().stream()
                        .filter(argument -> argument.toString().startsWith("clauses"))
                        .flatMap(argument -> literals(List.of(argument)).stream())
                        .forEach(id -> mentions.add(new Mention(id, place, file, kind)));
            }
        }
    }

    private static boolean isTest(ModifiersTree modifiers) {
        return has(modifiers, TESTS) && !has(modifiers, Set.of("Disabled"));
    }

    private static boolean has(ModifiersTree modifiers, Set<String> names) {
        return modifiers.getAnnotations().stream().map(SourceMentions::name).anyMatch(names::contains);
    }

    private static String name(AnnotationTree annotation) {
        String full = annotation.getAnnotationType().toString();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private static List<String> literals(List<? extends com.sun.source.tree.Tree> arguments) {
        List<String> literals = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                literals.add(String.valueOf(literal.getValue()));
                return null;
            }
        }.scan(arguments, null);
        return literals;
    }
}

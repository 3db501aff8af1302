package cn.liangxian.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field is asked to be, by the constraint that it violates. */
final class Asked {

    private static final Pattern DIGITS = Pattern.compile("\\\\d\\{(\\d+)}");

    private Asked() {}

    /** With the row where the field is one of those of a list. */
    static Problem.Violation violated(ConstraintViolation<?> violation) {
        Integer row = null;
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                row = node.getIndex() + 1;
            }
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                field = node.getName();
            }
        }
        return new Problem.Violation(row, field, by(violation));
    }

    private static Text by(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        Map<String, Object> terms = violation.getConstraintDescriptor().getAttributes();
        return switch (constraint.annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> new Text("必填", "must be filled in");
            case "Size" ->
                new Text(
                        "长度或项数须为" + terms.get("min") + "至" + terms.get("max"),
                        "must be " + terms.get("min") + " to " + terms.get("max") + " long");
            case "Min" -> new Text("不得小于" + terms.get("value"), "must be at least " + terms.get("value"));
            case "Max" -> new Text("不得大于" + terms.get("value"), "must be at most " + terms.get("value"));
            case "Pattern" -> form(String.valueOf(terms.get("regexp")));
            default -> new Text("不符合要求", violation.getMessage());
        };
    }

    /** Clerks read no regular expressions; programs find it in the service's OpenAPI. */
    private static Text form(String expression) {
        Matcher digits = DIGITS.matcher(expression);
        return digits.matches()
                ? new Text("须为" + digits.group(1) + "位数字", "must be " + digits.group(1) + " digits")
                : new Text("格式不正确", "not in the form asked for");
    }
}

package cn.liangxian.rest;

import jakarta.validation.ConstraintViolation;
import java.lang.annotation.Annotation;
import java.util.Map;

/** What a field is asked to be, by the constraint that it violates. */
final class Asked {

    private Asked() {}

    static Text by(ConstraintViolation<?> violation) {
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
            case "Pattern" -> new Text("格式须为 " + terms.get("regexp"), "must match " + terms.get("regexp"));
            default -> new Text("不符合要求", violation.getMessage());
        };
    }
}

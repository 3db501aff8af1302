package cn.liangxian.handoff;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clauses of the notices that this code carries out or, on a test, shows to be carried out: ids of
 * {@code deploy/docs/clauses.csv} such as {@code yicheng-2024/四(一)医疗-5}. {@code deploy/docs/clauses.md} is made of
 * them; the build fails when a test names an unknown clause or a claimed clause has no test.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Clause {

    String[] value();
}

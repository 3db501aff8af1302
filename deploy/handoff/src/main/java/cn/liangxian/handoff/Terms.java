package cn.liangxian.handoff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The terms of a handoff: on which topic, from whom, to whom, by which deadline of the county's policy, by which clauses. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Terms {

    /** The Kafka topic: {@code <service>-<fact>-v<n>}; its part before {@code -v} is the key of the deadline rule. */
    String topic();

    Department[] from();

    Department[] to();

    /** Clause ids of the notices that ask for this handoff, as in the clause register. */
    String[] clauses() default {};

    /** One line that says in Chinese what is handed over. */
    String zh();

    /** Topics read in bulk are no rows of an inbox or of the index of events: their lines are found by their subject alone. */
    boolean bulk() default false;
}

package cn.liangxian.journeys.campaign;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all journeys the same county, so that one stack serves them; it ends after the last of them. */
public final class SharedCounty implements ParameterResolver {

    /** Held by every journey that plays it or posts to it; shared by those that look at it where it stands. */
    public static final String LOCK = "shared county";

    private static final Namespace NAMESPACE = Namespace.create(SharedCounty.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == County.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("yicheng-2024", County::new, County.class);
    }
}

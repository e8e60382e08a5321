package org.dermarium.e2e.archive;

import org.dermarium.client.Api;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of all classes the same running archive; it is stopped after the last of them. */
public final class WholeArchive implements ParameterResolver {

    private static final String HOME = "home";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningArchive.class || type == Api.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningArchive archive = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningArchive.class, _ -> RunningArchive.start(HOME), RunningArchive.class);
        return parameter.getParameter().getType() == Api.class ? archive.api() : archive;
    }
}

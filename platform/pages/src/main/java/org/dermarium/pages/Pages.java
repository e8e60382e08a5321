package org.dermarium.pages;

import java.util.Locale;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the templates below {@code templates/}. Everything that people wrote is escaped for the place where it stands. */
public final class Pages {

    private static final String FOLDER = "templates/";
    private static final String ENDING = ".html";

    private final ITemplateEngine engine;

    private Pages(ITemplateEngine engine) {
        this.engine = engine;
    }

    /** Templates are read once each. */
    public static Pages onClasspath() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix(FOLDER);
        files.setSuffix(ENDING);
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setEnableSpringELCompiler(true);
        return new Pages(engine);
    }

    /** A whole page that says the same to everybody. */
    public String render(String template) {
        return engine.process(template, new Context(Locale.UK));
    }

    /**
     * A whole page.
     *
     * @param template by its path, without ending
     * @param page the template calls it {@code page}; its values are read by the names of its record components
     */
    public String render(String template, Object page) {
        var context = new Context(Locale.UK);
        context.setVariable("page", page);
        return engine.process(template, context);
    }
}

package org.earlyhelp.hub.intake.route;

import java.nio.file.Path;

/** A file of {@code routes/} as it was read. */
record RouteFile(Path path, String text) {
    private static final String CAMEL = ".camel.yaml";

    static boolean isOne(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".yaml") && !name.startsWith(".");
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether it is Camel's own YAML rather than the filling of a template. */
    boolean isCamel() {
        return name().endsWith(CAMEL);
    }
}

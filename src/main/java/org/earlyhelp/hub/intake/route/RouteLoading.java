package org.earlyhelp.hub.intake.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.page.ShortText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads one route file into Camel, takes it out again, and remembers which routes came from which file. Not thread-safe. */
@Component
class RouteLoading {
    private static final Logger LOG = LoggerFactory.getLogger(RouteLoading.class);
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final int REASON_LIMIT_CHARACTERS = 400;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private final ModelCamelContext context;
    private final SftpAccess sftp;
    private final Map<String, Added> added = new HashMap<>();

    private record Added(Set<String> routes, Set<String> templates) {
    }

    /** The file fits its schema, and yet Camel cannot run it. */
    static final class Unloadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ConfigFault fault;

        Unloadable(ConfigFault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        ConfigFault fault() {
            return fault;
        }
    }

    RouteLoading(CamelContext context, SftpAccess sftp) {
        this.context = (ModelCamelContext) context;
        this.sftp = sftp;
    }

    /** Checks the filling of a template against the template's schema, before anything is touched. Camel files are checked by loading. */
    List<ConfigFault> check(RouteFile file, Path schemas) {
        return file.isCamel() ? List.of() : checked(file, schemas).faults();
    }

    void load(RouteFile file) throws Unloadable {
        Set<String> routesBefore = new HashSet<>(routeIds());
        Set<String> templatesBefore = templateIds();
        try {
            if (file.isCamel()) {
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file.name(), file.text()));
            } else {
                fill(((Checked.Valid<DeclaredFile>) DeclaredFile.parse(file.path(), file.text(), null)).value());
            }
        } catch (Unloadable e) {
            throw e;
        } catch (Exception e) {
            takeOut(since(routesBefore, templatesBefore));
            throw new Unloadable(faultOf(file, e));
        }
        added.put(file.name(), since(routesBefore, templatesBefore));
    }

    void unload(String name) {
        Added gone = added.remove(name);
        if (gone != null) {
            takeOut(gone);
        }
    }

    List<String> routeIds() {
        return context.getRouteDefinitions().stream().map(RouteDefinition::getRouteId).sorted().toList();
    }

    private Checked<DeclaredFile> checked(RouteFile file, Path schemas) {
        Checked<DeclaredFile> read = DeclaredFile.parse(file.path(), file.text(), null);
        if (!(read instanceof Checked.Valid<DeclaredFile> valid)) {
            return read;
        }
        String template = valid.value().root().path("template").asString("");
        if (!NAME.matcher(template).matches()) {
            return Checked.faulty(List.of(valid.value().faultAt("/template", "template: expected the name of a route template")));
        }
        try {
            return DeclaredFile.parse(file.path(), file.text(), Files.readString(schemas.resolve(template + ".json")));
        } catch (IOException e) {
            return Checked.faulty(List.of(valid.value().faultAt("/template", "template: there is no schema/" + template + ".json")));
        }
    }

    private void fill(DeclaredFile file) throws Unloadable {
        Map<String, Object> parameters = new TreeMap<>();
        file.root().properties().forEach(value -> parameters.put(value.getKey(), value.getValue().asString()));
        String template = (String) parameters.remove("template");
        String id = parameters.get("agency") + "/" + parameters.get("feed");
        if (context.getRouteDefinition(id) != null) {
            throw new Unloadable(file.faultAt("/feed", "the lane " + id + " is already in another file"));
        }
        if (context.getRouteTemplateDefinition(template) == null) {
            throw new Unloadable(file.faultAt("/template", "no *.camel.yaml has a route template " + template));
        }
        parameters.put("sftpHost", sftp.host());
        parameters.put("sftpPort", sftp.port());
        parameters.put("sftpUser", sftp.user());
        parameters.put("sftpKnownHosts", sftp.knownHosts().toString());
        TemplatedRouteBuilder.builder(context, template).routeId(id).parameters(parameters).add();
    }

    private Added since(Set<String> routesBefore, Set<String> templatesBefore) {
        Set<String> routes = new HashSet<>(routeIds());
        routes.removeAll(routesBefore);
        Set<String> templates = templateIds();
        templates.removeAll(templatesBefore);
        return new Added(routes, templates);
    }

    private void takeOut(Added gone) {
        try {
            for (String id : gone.routes) {
                context.getRouteController().stopRoute(id);
                context.removeRoute(id);
                RouteDefinition left = context.getRouteDefinition(id);
                if (left != null) {
                    context.removeRouteDefinition(left);
                }
            }
            for (String id : gone.templates) {
                context.removeRouteTemplateDefinitions(id);
            }
        } catch (Exception e) {
            LOG.warn("routes {} cannot be taken out: {}", gone.routes, e.getClass().getSimpleName());
        }
    }

    private Set<String> templateIds() {
        Set<String> ids = new HashSet<>();
        context.getRouteTemplateDefinitions().stream().map(RouteTemplateDefinition::getId).forEach(ids::add);
        return ids;
    }

    /** The innermost reason, which is the one that names what to change. */
    private static ConfigFault faultOf(RouteFile file, Exception e) {
        int line = 0;
        String reason = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher place = LINE.matcher(message);
            line = place.find() ? Integer.parseInt(place.group(1)) : line;
            reason = message;
        }
        String innermost = reason.substring(reason.lastIndexOf(" due to: ") < 0 ? 0 : reason.lastIndexOf(" due to: ") + " due to: ".length());
        String oneLine = innermost.lines().findFirst().orElse("");
        return ConfigFault.of(file.path(), line, "Camel cannot run it: " + ShortText.of(oneLine, REASON_LIMIT_CHARACTERS));
    }
}

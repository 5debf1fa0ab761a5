package org.earlyhelp.hub.intake.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.FeedRoutes;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps the running routes in step with the files of {@code routes/}: {@code *.camel.yaml} is Camel's own YAML (routes
 * and route templates), every other {@code *.yaml} fills in one template. Each file stands for itself: a faulty one is
 * listed with line and reason, what it ran before goes on, and the others never notice. Thread-safe.
 */
@Component
public class RouteFolder implements FeedRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFolder.class);
    private final Path folder;
    private final RouteLoading loading;
    private final Map<String, RouteFile> loaded = new LinkedHashMap<>();
    private volatile List<ConfigFault> faults = List.of();

    @Autowired
    public RouteFolder(HubSettings settings, RouteLoading loading) {
        this(settings.configDir().resolve("routes"), loading);
    }

    RouteFolder(Path folder, RouteLoading loading) {
        this.folder = folder;
        this.loading = loading;
    }

    /** Reads the folder again and brings the routes in step with it. Never throws for what a file holds. */
    public synchronized void refresh() {
        List<ConfigFault> found = new ArrayList<>();
        Map<String, RouteFile> files = read(found);
        if (files == null) {
            report(found);
            return;
        }
        List.copyOf(loaded.keySet()).stream().filter(name -> !files.containsKey(name)).forEach(this::remove);
        boolean templatesChanged = files.values().stream().filter(RouteFile::isCamel).filter(file -> swap(file, found)).count() > 0;
        for (RouteFile file : files.values()) {
            if (!file.isCamel()) {
                if (templatesChanged) {
                    remove(file.name());
                }
                swap(file, found);
            }
        }
        report(found);
    }

    @Override
    public List<ConfigFault> faults() {
        return faults;
    }

    @Override
    public synchronized List<String> running() {
        return loading.routeIds();
    }

    /** Puts the file in the place of what it was before; returns whether anything was loaded. */
    private boolean swap(RouteFile file, List<ConfigFault> found) {
        RouteFile before = loaded.get(file.name());
        if (file.equals(before)) {
            return false;
        }
        List<ConfigFault> unfit = loading.check(file, folder.resolve("schema"));
        if (!unfit.isEmpty()) {
            found.addAll(unfit);
            return false;
        }
        remove(file.name());
        try {
            loading.load(file);
            loaded.put(file.name(), file);
            return true;
        } catch (RouteLoading.Unloadable e) {
            found.add(e.fault());
            restore(before);
            return false;
        }
    }

    private void restore(RouteFile before) {
        if (before != null) {
            try {
                loading.load(before);
                loaded.put(before.name(), before);
            } catch (RouteLoading.Unloadable e) {
                LOG.warn("{} cannot be put back: {}", before.name(), e.fault());
            }
        }
    }

    private void remove(String name) {
        if (loaded.remove(name) != null) {
            loading.unload(name);
        }
    }

    private Map<String, RouteFile> read(List<ConfigFault> found) {
        Map<String, RouteFile> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(RouteFile::isOne).toList()) {
                readInto(files, path, found);
            }
            return files;
        } catch (IOException e) {
            found.add(ConfigFault.of(folder, 0, "the folder cannot be read (" + e.getClass().getSimpleName() + "); the routes go on as they were"));
            return null;
        }
    }

    private void readInto(Map<String, RouteFile> files, Path path, List<ConfigFault> found) {
        try {
            files.put(path.getFileName().toString(), new RouteFile(path, Files.readString(path)));
        } catch (IOException e) {
            found.add(ConfigFault.of(path, 0, "the file cannot be read (" + e.getClass().getSimpleName() + ")"));
            RouteFile before = loaded.get(path.getFileName().toString());
            if (before != null) {
                files.put(before.name(), before);
            }
        }
    }

    private void report(List<ConfigFault> found) {
        found.stream().filter(fault -> !faults.contains(fault)).forEach(fault -> LOG.warn("routes/{}; the other routes go on", fault));
        faults = List.copyOf(found);
    }
}

package org.earlyhelp.hub.intake.route;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.canary.CanaryFile;
import org.earlyhelp.hub.intake.take.Failures;
import org.springframework.stereotype.Component;

/**
 * Lets only lane files through: a server's listing is not trusted with paths (CVE-2026-79983 of camel-ftp), and a file
 * that has just failed waits for its turn.
 */
@Component("laneFileFilter")
public class LaneFileFilter implements GenericFileFilter<Object> {
    private final Failures failures;

    public LaneFileFilter(Failures failures) {
        this.failures = failures;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileNameOnly();
        return !file.isDirectory() && name.equals(file.getFileName()) && !name.contains("..")
                && (LaneFile.parse(name).filter(lane -> !failures.isDelayed(lane.upload())).isPresent() || CanaryFile.parse(name).isPresent());
    }
}

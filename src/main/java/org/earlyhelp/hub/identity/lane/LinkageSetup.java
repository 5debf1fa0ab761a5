package org.earlyhelp.hub.identity.lane;

import java.nio.file.Path;
import java.util.Optional;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.learned.LearnedModel;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which weights the hub matches people by: those it comes with, or those of the file that {@code HUB_LINKAGE_MODEL} names. */
@Configuration(proxyBeanMethods = false)
class LinkageSetup {
    /** Throws StartFailure when the file is missing or broken. */
    @Bean
    LinkageModel linkageModel(@Value("${hub.linkage-model:}") String file) {
        try {
            return new LearnedModel(ModelSource.inUse(Optional.of(file).filter(name -> !name.isBlank()).map(Path::of)));
        } catch (IllegalArgumentException e) {
            throw new StartFailure("HUB_LINKAGE_MODEL: " + e.getMessage() + ".", e);
        }
    }
}

package org.earlyhelp.hub.identity.lane;

import java.nio.file.Path;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.learned.ShippedModel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which weights the hub matches people by: those it comes with, or those of the file that {@code HUB_LINKAGE_MODEL} names. */
@Configuration(proxyBeanMethods = false)
class LinkageSetup {
    @Bean
    LinkageModel linkageModel(@Value("${hub.linkage.model:}") String file) {
        return file.isBlank() ? ShippedModel.read() : ShippedModel.read(Path.of(file));
    }
}

package org.earlyhelp.hub.identity.lane;

import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which matching rules the hub runs on. */
@Configuration(proxyBeanMethods = false)
class LinkageSetup {
    @Bean
    LinkageModel linkageModel() {
        return new FirstFormModel();
    }
}

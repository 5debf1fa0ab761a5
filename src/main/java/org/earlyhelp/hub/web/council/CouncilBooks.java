package org.earlyhelp.hub.web.council;

import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.MappingBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books that rooms without Spring cannot make themselves. */
@Configuration(proxyBeanMethods = false)
class CouncilBooks {
    @Bean
    MappingBook mappingBook(HubSettings settings) {
        return new MappingBook().load(settings.configDir().resolve("mappings"));
    }
}

package org.earlyhelp.hub.embedded.watch;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.earlyhelp.hub.intake.Trail;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces of what files give rise to, where a collector is named. Pages are not traced: who looked at whom stands in the sharing log alone. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingSetup.SWITCH)
public class TracingSetup {
    /** Set to true by the start when a collector is named. */
    public static final String SWITCH = "hub.traces";

    @Bean
    SpanExportingPredicate trailsAlone() {
        return span -> span.getTags().containsKey(Trail.CORRELATION);
    }

    /** Watches from the start of this application to its end. */
    @Bean
    DisposableBean tracesOfTrails(Tracer tracer) {
        Trail.watch(new TraceWatcher(tracer));
        return Trail::watchNoMore;
    }
}

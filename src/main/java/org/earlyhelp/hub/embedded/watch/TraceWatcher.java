package org.earlyhelp.hub.embedded.watch;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.earlyhelp.hub.intake.Trail;

/**
 * A span for each step of a trail, all steps of one upload in one trace, though they run on several threads and days apart. The
 * trace's number is the beginning of the SHA-256 of the correlation, so that anybody finds the trace of a line of the log.
 */
final class TraceWatcher implements Trail.Watcher {
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private final Tracer tracer;

    TraceWatcher(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Trail.End begin(Trail trail, String step) {
        Span span = tracer.spanBuilder().setParent(parent(trail)).name("hub " + step).tag(Trail.CORRELATION, trail.correlation()).start();
        if (trail.delivery() != null) {
            span.tag(Trail.DELIVERY, trail.delivery());
        }
        Tracer.SpanInScope scope = tracer.withSpan(span);
        return failed -> {
            scope.close();
            if (failed) {
                // No more than that: what an exception says may quote what was read.
                span.tag("failed", "true");
            }
            span.end();
        };
    }

    /** The step that the thread is in, if it is of the same trail; else the upload itself, of which there is no span. */
    private TraceContext parent(Trail trail) {
        String trace = traceOf(trail.correlation());
        Span current = tracer.currentSpan();
        return current != null && current.context().traceId().equals(trace) ? current.context()
                : tracer.traceContextBuilder().traceId(trace).spanId(hash(trail.correlation(), TRACE_BYTES, SPAN_BYTES)).sampled(true).build();
    }

    /** The number of the trace of an upload. */
    static String traceOf(String correlation) {
        return hash(correlation, 0, TRACE_BYTES);
    }

    private static String hash(String text, int from, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, from, from + bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

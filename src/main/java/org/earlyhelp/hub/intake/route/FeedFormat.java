package org.earlyhelp.hub.intake.route;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.springframework.stereotype.Component;

/**
 * Camel data format of all feeds: reads a stream by the layout of its delivery into an iterator of chunks, each a list of
 * items. Lazy, so that a file of any size takes the memory of one chunk. Reads only.
 */
@Component("feedFormat")
public class FeedFormat extends ServiceSupport implements DataFormat {
    private static final int CHUNK_ROWS_DEFAULT = 1_000;

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) {
        throw new UnsupportedOperationException("the hub does not write feeds");
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) {
        SourceReader reader = LaneSteps.runOf(exchange).feed().mapping().open(stream);
        return new Chunks(reader, exchange.getProperty(LaneSteps.CHUNK_ROWS, CHUNK_ROWS_DEFAULT, Integer.class));
    }

    /** Closed by Camel's splitter at the end, whatever the end was. */
    static final class Chunks implements Iterator<List<SourceItem>>, Closeable {
        private final SourceReader reader;
        private final int rows;

        Chunks(SourceReader reader, int rows) {
            this.reader = reader;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return reader.hasNext();
        }

        @Override
        public List<SourceItem> next() {
            if (!reader.hasNext()) {
                throw new NoSuchElementException();
            }
            List<SourceItem> chunk = new ArrayList<>(rows);
            while (chunk.size() < rows && reader.hasNext()) {
                chunk.add(reader.next());
            }
            return chunk;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}

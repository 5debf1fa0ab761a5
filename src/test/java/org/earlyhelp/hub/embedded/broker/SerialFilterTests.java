package org.earlyhelp.hub.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.ActiveMQMessageAuditNoSync;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.Test;

/** The filter that the {@code ehub} script sets for the whole process. */
class SerialFilterTests {
    private static final Pattern FILTER = Pattern.compile("serial_filter='([^']+)'");

    @Test
    void letsTheBrokerReadItsNotesOnItsJournal() throws Exception {
        ActiveMQMessageAuditNoSync audit = new ActiveMQMessageAuditNoSync();
        audit.isDuplicate("ID:hub-1:1:1:1:1");
        HashMap<Integer, Set<Integer>> acknowledgements = new HashMap<>();
        acknowledgements.put(1, new HashSet<>(Set.of(2, 3)));

        assertThat(read(audit)).isInstanceOf(ActiveMQMessageAuditNoSync.class);
        assertThat(read(acknowledgements)).isEqualTo(acknowledgements);
    }

    @Test
    void refusesAllElse() {
        assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> read(new PriorityQueue<>(Set.of(1))));
        assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> read(new ActiveMQQueue("frontdoor.early-help")));
        assertThatExceptionOfType(InvalidClassException.class).isThrownBy(() -> read(new IllegalStateException("no")));
    }

    private static Object read(Serializable value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(filter()));
            return in.readObject();
        }
    }

    private static String filter() throws IOException {
        Matcher found = FILTER.matcher(Files.readString(Path.of("ehub")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

package org.earlyhelp.hub.embedded.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.earlyhelp.hub.sharing.tell.WebhookChannel;

/** What the address of a broker, or of several in {@code failover:(…)}, says of the line to it. Pure. */
final class BrokerAddress {
    private static final Pattern PART = Pattern.compile("([A-Za-z0-9+.-]+)://(\\[[^]]*]|[^/:?,()&\\s]*)");
    private static final Set<String> ENCRYPTED = Set.of("ssl", "nio+ssl", "wss", "https");

    private BrokerAddress() {
    }

    /** Those of its parts whose line is not encrypted and leaves this machine, as {@code scheme://host}. */
    static List<String> readableOnTheWay(String url) {
        return PART.matcher(url).results().filter(part -> !ENCRYPTED.contains(part.group(1).toLowerCase(Locale.ROOT)) && !WebhookChannel.isThisMachine(part.group(2)))
                .map(part -> part.group(1) + "://" + part.group(2)).distinct().toList();
    }
}

package org.earlyhelp.hub.identity.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * A key under which people are found, kept as 64 bits: two keys that fell together would cost one comparison more and
 * join nobody, as whoever is found is compared in full.
 *
 * @param kind what stands before the first colon, such as {@code born}
 */
record BlockingKey(String kind, long hash) {
    /** Kinds that identify: these are followed however many bear them. */
    private static final Set<String> IDENTIFIERS = Set.of("nhs", "upn", "ref", "rec", "mother");
    /** The hash never leaves the memory of one process, so its key need not be secret. */
    private static final KeyParameter HASH_KEY = new KeyParameter(new byte[16]);

    static List<BlockingKey> of(LinkageModel model, Description description) {
        List<BlockingKey> keys = new ArrayList<>();
        model.blockingKeys(description).forEach(key -> keys.add(of(key)));
        return keys;
    }

    private static BlockingKey of(String key) {
        SipHash hash = new SipHash();
        hash.init(HASH_KEY);
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        hash.update(text, 0, text.length);
        return new BlockingKey(key.substring(0, Math.max(0, key.indexOf(':'))), hash.doFinal());
    }

    boolean identifies() {
        return IDENTIFIERS.contains(kind);
    }
}

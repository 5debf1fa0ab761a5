package org.earlyhelp.hub.cli.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.log.offline.LogFault;
import org.earlyhelp.hub.sharing.log.offline.LogFolder;
import org.earlyhelp.hub.sharing.log.offline.Trust;
import org.earlyhelp.hub.sharing.log.offline.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** A verdict as the contract words it, as JSON, and what is to be said beside it. */
final class VerdictText {
    private VerdictText() {
    }

    static String line(Verdict verdict) {
        if (verdict instanceof Verdict.Bad bad) {
            LogFault fault = bad.fault();
            return fault.index() == null ? "Bad: " + fault : "First bad " + fault;
        }
        return verdict.toString();
    }

    static String json(Verdict verdict) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Bad bad) {
            members.put("bad", 1);
            members.put("index", bad.fault().index());
            members.put("where", bad.fault().where());
            members.put("what", bad.fault().what());
            members.put("expected", bad.fault().expected());
            members.put("found", bad.fault().found());
        } else if (verdict instanceof Verdict.Sound sound) {
            members.put("verified", sound.verified());
            members.put("erased", sound.erased());
            members.put("bad", 0);
            members.put("payloads", sound.payloads() ? "with" : "without");
            members.put("origin", sound.origin());
            members.put("checkpoints", sound.checkpoints());
            members.put("unerased", sound.unerased());
            members.put("witnesses", sound.seen().stream().map(seen -> Map.of("name", seen.witness(), "size", seen.size(), "at", seen.at().toString())).toList());
        }
        return JsonMapper.shared().writeValueAsString(members);
    }

    /** One plain sentence each. */
    static List<String> remarks(Verdict verdict, Trust trust) {
        List<String> remarks = new ArrayList<>();
        if (verdict instanceof Verdict.Sound sound) {
            if (trust.logKeys().isEmpty()) {
                remarks.add("The key in " + LogFolder.KEYS + " was believed: compare it with the one you were given, or give that with --key.");
            }
            sound.seen().forEach(seen -> remarks.add("Witness " + seen.witness() + " saw " + seen.size() + " entries at " + seen.at() + "."));
            if (sound.unerased() > 0) {
                remarks.add(sound.unerased() + " entries are said to be erased and still have their payload: the hub must replay its erasures.");
            }
        }
        return remarks;
    }
}

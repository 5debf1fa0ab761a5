package org.earlyhelp.hub.need.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** The files of one set of rules, all of {@link RuleFile}: what is proposed, activated and kept whole. Immutable. */
public record RuleSet(Map<RuleFile, DeclaredFile> files) {
    public RuleSet {
        files = Map.copyOf(files);
    }

    /** Reads a folder by its schemas; the files are not yet checked together. All faults at once. */
    public static Checked<RuleSet> read(Path rulesDir) {
        Map<RuleFile, DeclaredFile> files = new EnumMap<>(RuleFile.class);
        List<ConfigFault> faults = new ArrayList<>();
        for (RuleFile file : RuleFile.values()) {
            Checked<DeclaredFile> read = file.read(rulesDir);
            read.asOptional().ifPresent(declared -> files.put(file, declared));
            faults.addAll(read.faults());
        }
        return faults.isEmpty() ? Checked.valid(new RuleSet(files)) : Checked.faulty(faults);
    }

    /** A set that was kept, by file name: it passed its schemas then, and is not held to those of today. */
    public static Checked<RuleSet> kept(Map<String, String> texts) {
        Map<RuleFile, DeclaredFile> files = new EnumMap<>(RuleFile.class);
        List<ConfigFault> faults = new ArrayList<>();
        for (RuleFile file : RuleFile.values()) {
            Checked<DeclaredFile> read = DeclaredFile.parse(Path.of(file.fileName()), texts.getOrDefault(file.fileName(), ""), null);
            read.asOptional().ifPresent(declared -> files.put(file, declared));
            faults.addAll(read.faults());
        }
        return faults.isEmpty() ? Checked.valid(new RuleSet(files)) : Checked.faulty(faults);
    }

    /** The rules that the files make together, or all that keeps them from making any. */
    public Checked<Rules> rules() {
        return RulesReader.read(files);
    }

    /** The texts by file name, in the order of names. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((file, declared) -> texts.put(file.fileName(), declared.text()));
        return texts;
    }

    /** Of names and texts of all files; 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts().forEach((name, text) -> digest.update((name + "\n" + text.length() + "\n" + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code id@version} of every need, harm test and alert rule, sorted; rules that are off too. */
    public List<String> versions() {
        return Stream.of(VersionCheck.rules(files.get(RuleFile.NEEDS), "needs"), VersionCheck.rules(files.get(RuleFile.LEVELS), "harm-tests"),
                VersionCheck.rules(files.get(RuleFile.ALERTS), "alerts")).flatMap(rules -> rules.values().stream())
                .map(rule -> rule.path("id").asString() + "@" + rule.path("version").asInt()).sorted().toList();
    }
}

package org.earlyhelp.hub.sharing.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The definitions of RFC 6962, section 2.1, word for word and as slow as they are: a second implementation to compare with. */
record NaiveTree(List<byte[]> entries) {
    static NaiveTree ofSize(int size, Random random) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return new NaiveTree(entries);
    }

    byte[] root() {
        if (entries.isEmpty()) {
            return sha256(new byte[0]);
        }
        if (entries.size() == 1) {
            return sha256(new byte[] {0}, entries.get(0));
        }
        return sha256(new byte[] {1}, first(split()).root(), rest(split()).root());
    }

    List<byte[]> path(int index) {
        if (entries.size() == 1) {
            return new ArrayList<>();
        }
        boolean left = index < split();
        List<byte[]> path = left ? first(split()).path(index) : rest(split()).path(index - split());
        path.add((left ? rest(split()) : first(split())).root());
        return path;
    }

    List<byte[]> proof(int oldSize) {
        return subproof(oldSize, true);
    }

    NaiveTree first(int count) {
        return new NaiveTree(entries.subList(0, count));
    }

    CompactRange asRange() {
        CompactRange range = new CompactRange();
        entries.forEach(entry -> range.append(TreeHash.leaf(entry)));
        return range;
    }

    /** Complete subtrees, each computed anew. */
    HashReader reader() {
        return (level, index) -> TreeHash.of(new NaiveTree(entries.subList((int) (index << level), (int) (index + 1 << level))).root());
    }

    private List<byte[]> subproof(int oldSize, boolean whole) {
        if (oldSize == entries.size()) {
            return new ArrayList<>(whole ? List.of() : List.of(root()));
        }
        boolean left = oldSize <= split();
        List<byte[]> proof = left ? first(split()).subproof(oldSize, whole) : rest(split()).subproof(oldSize - split(), false);
        proof.add((left ? rest(split()) : first(split())).root());
        return proof;
    }

    private NaiveTree rest(int from) {
        return new NaiveTree(entries.subList(from, entries.size()));
    }

    private int split() {
        int split = 1;
        while (split * 2 < entries.size()) {
            split *= 2;
        }
        return split;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

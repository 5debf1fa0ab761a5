package org.earlyhelp.hub.cli.generate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names, most frequent first: the name of rank r is drawn with weight 1 / (r + flat), as names are met (Zipf's law). */
final class NameList {
    private final List<String> names;
    private final double[] upTo;

    /** {@code flat} evens the first ranks out: at 0 the first name is twice as frequent as the second. */
    NameList(List<String> names, int flat) {
        this.names = List.copyOf(names);
        this.upTo = new double[names.size()];
        double sum = 0;
        for (int rank = 1; rank <= names.size(); rank++) {
            sum += 1.0 / (rank + flat);
            upTo[rank - 1] = sum;
        }
    }

    String draw(RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return names.get(Math.min(names.size() - 1, at < 0 ? -at - 1 : at + 1));
    }

    /** Another name that begins with the same letter, drawn as often as any other such; the name itself when there is none. */
    String drawLike(String name, RandomGenerator random) {
        List<String> alike = names.stream().filter(it -> it.charAt(0) == name.charAt(0) && !it.equals(name)).toList();
        return alike.isEmpty() ? name : alike.get(random.nextInt(alike.size()));
    }
}

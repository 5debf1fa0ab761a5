package org.earlyhelp.hub.cli.bench.identity;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.earlyhelp.hub.linkage.learned.LearnedModel;
import org.earlyhelp.hub.linkage.learned.ModelSource;

/** The index in memory, then everybody in a PostgreSQL of its own: read as at a start, and new mentions written as the lane does. */
public final class IdentityBench {
    /** New mentions decided in memory. */
    private static final int MENTIONS = 200_000;
    /** One in so many of those is linked in the database too. */
    private static final int STORED_SHARE = 20;
    private final int people;
    private final int mentions;
    private final Consumer<String> say;

    /** {@code people} is how many are known before the first new mention. */
    public IdentityBench(int people, Consumer<String> say) {
        this(people, MENTIONS, say);
    }

    IdentityBench(int people, int mentions, Consumer<String> say) {
        this.people = people;
        this.mentions = mentions;
        this.say = say;
    }

    /** Works below {@code folder} and prints the figures. */
    public void run(Path folder) throws Exception {
        new MemoryBench(new LearnedModel(ModelSource.shipped()), people, mentions, say).run();
        new StoredBench(people, Math.max(1, mentions / STORED_SHARE), say).run(folder);
    }
}

package org.earlyhelp.hub.rights.erase;

import java.util.List;

/**
 * What an erasure would do, found by looking alone.
 *
 * @param person    the reference that stands for the person
 * @param others    references of people who are known from the same records alone and would go with them
 * @param held      what each room holds
 * @param obstacles what stands against it
 */
public record ErasurePlan(String person, List<String> others, List<Held> held, List<Obstacle> obstacles) {
    /** So many things of one kind in one room. */
    public record Held(String room, String what, long count) {
    }

    public ErasurePlan {
        others = List.copyOf(others);
        held = List.copyOf(held);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether an obstacle stands that nobody may overrule. */
    public boolean isForbidden() {
        return obstacles.stream().anyMatch(Obstacle::absolute);
    }

    /** Whether an obstacle stands at all. */
    public boolean needsOverride() {
        return !obstacles.isEmpty();
    }
}

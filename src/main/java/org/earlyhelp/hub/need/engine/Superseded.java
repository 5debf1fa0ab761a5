package org.earlyhelp.hub.need.engine;

import java.util.List;

/** Leaves out what another need of the same person supersedes, be that one superseded itself or not. */
final class Superseded {
    private Superseded() {
    }

    static List<ShownNeed> leftOut(List<ShownNeed> shown) {
        return shown.stream().filter(need -> shown.stream().noneMatch(other -> other.person().equals(need.person())
                && other.rule().supersedes().contains(need.rule().id()))).toList();
    }
}

package org.earlyhelp.hub.identity.lane;

import java.util.Comparator;
import java.util.List;
import org.earlyhelp.hub.identity.review.PairWeights;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.WeightPart;
import org.springframework.stereotype.Component;

/** What the model says of those two descriptions of two people that speak most for their being one. */
@Component
class ModelWeights implements PairWeights {
    private static final String NOT_SHOWN = "not shown";
    private final LinkageModel model;

    ModelWeights(LinkageModel model) {
        this.model = model;
    }

    @Override
    public List<Weight> of(List<Description> one, List<Description> other, boolean placeHidden) {
        return one.stream().flatMap(mine -> other.stream().map(theirs -> model.explain(mine, theirs))).filter(parts -> !parts.isEmpty())
                .max(Comparator.comparingDouble(ModelWeights::whole)).orElse(List.of()).stream().map(part -> line(part, placeHidden)).toList();
    }

    private static double whole(List<WeightPart> parts) {
        return parts.get(parts.size() - 1).bits();
    }

    private static Weight line(WeightPart part, boolean placeHidden) {
        boolean hidden = placeHidden && part.aspect().equals(WeightPart.PLACE);
        return new Weight(part.aspect(), hidden ? NOT_SHOWN : part.words(), part.bits());
    }
}

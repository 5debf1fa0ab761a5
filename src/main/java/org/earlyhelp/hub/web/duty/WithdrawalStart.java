package org.earlyhelp.hub.web.duty;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.RuleWithdrawals;
import org.earlyhelp.hub.alert.RuleWithdrawals.State;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** The rules that wait for a second person to take them back, on the start page of those who may, other than who asked. */
@Component
class WithdrawalStart implements StartLines {
    private static final Set<StaffRole> MAY_CONFIRM = EnumSet.of(StaffRole.MANAGER, StaffRole.IG);
    private final RuleWithdrawals withdrawals;

    WithdrawalStart(RuleWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (!MAY_CONFIRM.contains(viewer.role())) {
            return List.of();
        }
        return withdrawals.newest().stream().filter(one -> one.state() == State.ASKED && !one.by().equals(viewer.account()))
                .map(one -> new Line("A rule to take back", one.by() + " asks to take back " + one.rule() + ", on which alerts at level 4 rest. Somebody else confirms it or leaves it.",
                        "/rules/withdrawal")).toList();
    }
}

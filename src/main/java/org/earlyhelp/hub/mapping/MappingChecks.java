package org.earlyhelp.hub.mapping;

import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.person.Role;

/** What a schema cannot say of a mapping file: that its parts fit each other. */
final class MappingChecks {
    private MappingChecks() {
    }

    static void check(FieldCompiler compiler, Declaration root, PeopleReader people) {
        for (Declaration need : root.at("needs").items()) {
            if (!people.has(Role.valueOf(need.text("")))) {
                compiler.fault(need, "no entry of people has the role " + need.text(""));
            }
        }
        root.at("codeLists").parts().forEach((name, list) -> {
            if (!compiler.listsUsed().contains(name)) {
                compiler.fault(list, "the code list \"" + name + "\" is not used");
            }
        });
        if (root.at("format").at("type").text("").equals("csv")) {
            checkColumns(compiler, root);
        }
    }

    /** Every column has a use, or a reason why it has none: nothing is dropped by oversight. */
    private static void checkColumns(FieldCompiler compiler, Declaration root) {
        Set<String> declared = new TreeSet<>();
        for (String list : new String[] {"columns", "optional"}) {
            for (Declaration column : root.at("format").at(list).items()) {
                declared.add(column.text(""));
                if (!compiler.pathsUsed().contains(column.text("")) && !root.at("notTaken").at(column.text("")).exists()) {
                    compiler.fault(column, "the column \"" + column.text("") + "\" is neither used nor listed under notTaken with a reason");
                }
            }
        }
        root.at("notTaken").parts().forEach((column, why) -> {
            if (!declared.contains(column)) {
                compiler.fault(why, "\"" + column + "\" is no column of the layout");
            } else if (compiler.pathsUsed().contains(column)) {
                compiler.fault(why, "\"" + column + "\" is used after all");
            }
        });
    }
}

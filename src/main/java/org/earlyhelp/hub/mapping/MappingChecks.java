package org.earlyhelp.hub.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.format.Trailer;
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
        root.at("senders").parts().values().forEach(sender -> sender.at("codeLists").parts().forEach((name, list) -> {
            if (!root.at("codeLists").at(name).exists()) {
                compiler.fault(list, "there is no code list \"" + name + "\" under codeLists in whose place it could stand");
            }
        }));
        String type = root.at("format").at("type").text("");
        if (root.at("trailer").exists() && (type.equals("json") || type.equals("xml"))) {
            compiler.fault(root.at("trailer"), "a file of that format ends with the end of what encloses its records; it has no trailer");
        } else if (root.at("trailer").exists() && Trailer.of(root.at("trailer").text(""), compiler.charset()).isEmpty()) {
            compiler.fault(root.at("trailer"), "a trailer begins with a text and holds {count} once, such as \"TRAILER,{count}\", in a character set that has ASCII within");
        }
        if (type.equals("csv")) {
            checkUse(compiler, root, namedColumns(root.at("format")));
        } else if (type.equals("fixed")) {
            checkUse(compiler, root, root.at("format").at("columns").parts());
        }
    }

    private static Map<String, Declaration> namedColumns(Declaration format) {
        Map<String, Declaration> columns = new LinkedHashMap<>();
        for (String list : new String[] {"columns", "optional"}) {
            format.at(list).items().forEach(column -> columns.put(column.texts().get(0), column));
        }
        if (format.at("wide").exists()) {
            columns.put(format.at("wide").at("key").text(""), format.at("wide").at("key"));
            columns.putAll(format.at("wide").at("columns").parts());
        }
        return columns;
    }

    /** Every column has a use, or a reason why it has none: nothing is dropped by oversight. */
    private static void checkUse(FieldCompiler compiler, Declaration root, Map<String, Declaration> columns) {
        columns.forEach((name, column) -> {
            if (!compiler.pathsUsed().contains(name) && !root.at("notTaken").at(name).exists()) {
                compiler.fault(column, "the column \"" + name + "\" is neither used nor listed under notTaken with a reason");
            }
        });
        root.at("notTaken").parts().forEach((column, why) -> {
            if (!columns.containsKey(column)) {
                compiler.fault(why, "\"" + column + "\" is no column of the layout");
            } else if (compiler.pathsUsed().contains(column)) {
                compiler.fault(why, "\"" + column + "\" is used after all");
            }
        });
    }
}

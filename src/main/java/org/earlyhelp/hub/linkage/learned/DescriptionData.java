package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.dataset.DataSet;
import org.earlyhelp.hub.linkage.dataset.DataSet.Column;
import org.earlyhelp.hub.linkage.dataset.Field;

/** Descriptions as the columns of a data set. */
final class DescriptionData {
    private DescriptionData() {
    }

    static DataSet of(List<Description> descriptions) {
        List<Column> columns = new ArrayList<>();
        columns.add(column(descriptions, Field.SURNAME, it -> it.name().surname()));
        columns.add(column(descriptions, Field.FORENAMES, it -> forename(it, 0)));
        columns.add(column(descriptions, Field.KNOWN_AS, it -> forename(it, 1)));
        columns.add(column(descriptions, Field.DATE_OF_BIRTH, it -> it.born() == null ? null : it.born().toString()));
        columns.add(column(descriptions, Field.SEX, it -> it.sex() == null ? null : it.sex().name()));
        columns.add(column(descriptions, Field.LINE1, it -> it.home() == null ? null : it.home().line1()));
        columns.add(column(descriptions, Field.POSTCODE, it -> it.home() == null ? null : it.home().postcode()));
        columns.add(column(descriptions, Field.PHONE, Description::phone));
        columns.add(column(descriptions, Field.NHS_NUMBER, Description::nhsNumber));
        columns.add(column(descriptions, Field.UPN, Description::upn));
        return DataSet.of(descriptions.size(), columns);
    }

    private static String forename(Description it, int alternative) {
        return it.name().forenames().size() > alternative ? String.join(" ", it.name().forenames().get(alternative)) : null;
    }

    private static Column column(List<Description> descriptions, Field field, Function<Description, String> value) {
        return new Column(field, field.key(), descriptions.stream().map(value).toArray(String[]::new));
    }
}

package org.earlyhelp.hub.web.rights.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.rights.request.RequestDetails;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestOpening;

/** A request as it is typed in. What is wrong with it is said field by field; what was typed comes back in the form only. */
record RequestForm(String kind, String capacity, String received, String name, String reach, String about, String words) {
    /** {@code field} is the id of the field on the page. */
    record Fault(String field, String says) {
    }

    static RequestForm of(Map<String, String> sent) {
        return new RequestForm(text(sent, "kind"), text(sent, "capacity"), text(sent, "received"), text(sent, "name"), text(sent, "reach"), text(sent, "about"), text(sent, "words"));
    }

    List<Fault> faults(LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        addIf(faults, find(RequestKind.values(), kind).isEmpty(), "kind", "Choose what they ask for");
        addIf(faults, find(Capacity.values(), capacity).isEmpty(), "capacity", "Choose for whom they ask");
        Optional<LocalDate> day = day(received);
        addIf(faults, day.isEmpty(), "received", "Enter the day it came as year-month-day, such as 2026-11-23");
        addIf(faults, day.filter(on -> on.isAfter(today)).isPresent(), "received", "The day it came cannot be yet to come");
        addIf(faults, name.isEmpty(), "name", "Enter the name they gave");
        addIf(faults, name.length() > RequestDetails.NAME_LIMIT_CHARACTERS, "name", "The name must be %d characters or fewer".formatted(RequestDetails.NAME_LIMIT_CHARACTERS));
        addIf(faults, reach.isEmpty(), "reach", "Enter where the answer goes, as they gave it");
        addIf(faults, find(Capacity.values(), capacity).filter(Capacity::isForAnother).isPresent() && about.isEmpty(), "about", "Enter whose data they ask for");
        List.of(Map.entry("reach", reach), Map.entry("about", about), Map.entry("words", words)).forEach(field -> addIf(faults,
                field.getValue().length() > RequestDetails.TEXT_LIMIT_CHARACTERS, field.getKey(), "At most %d characters".formatted(RequestDetails.TEXT_LIMIT_CHARACTERS)));
        return faults;
    }

    /** Of a form without a fault. */
    RequestOpening opening() {
        return new RequestOpening(find(RequestKind.values(), kind).orElseThrow(), find(Capacity.values(), capacity).orElseThrow(), day(received).orElseThrow(),
                new RequestDetails(name, reach, about, words));
    }

    /** A day as year-month-day; empty for anything else. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static void addIf(List<Fault> faults, boolean wrong, String field, String says) {
        if (wrong) {
            faults.add(new Fault(field, says));
        }
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    @Override
    public String toString() {
        return "a request as it is typed in";
    }
}

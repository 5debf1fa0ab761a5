package org.earlyhelp.hub.rights.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Section;

/**
 * Makes a pack of what is allowed; call it from the disclosure desk only. Whoever asks for somebody else, and whoever was only named
 * beside somebody, reads of which kind an agency is, not its name: a school's name tells where a child is. Nor do they read on which
 * day somebody stated a name: a new school states it anew.
 */
final class PackMaker {
    private final RightsRequest request;
    private final AgreementBook book;
    private final Allowance allowance;

    PackMaker(RightsRequest request, AgreementBook book, Allowance allowance) {
        this.request = request;
        this.book = book;
        this.allowance = allowance;
    }

    Pack pack(List<AccessItem> items, LocalDate today) {
        List<Pack.Part> parts = new ArrayList<>();
        parts.add(part("Details that identify the person", Section.DETAILS, items));
        parts.add(part("What agencies told the hub", Section.TOLD, items));
        parts.add(part("What the hub worked out", Section.WORKED_OUT, items));
        parts.add(request.capacity().isForAnother() ? PackWords.recipients() : part("Who was given it or looked at it, and on which day", Section.GIVEN, items));
        Borough borough = book.borough();
        return new Pack(request.ref(), PackWords.asked(request.capacity()), today, borough.name(), borough.officer(), parts, PackWords.NOTES);
    }

    private Pack.Part part(String title, Section section, List<AccessItem> items) {
        Set<Pack.Line> lines = new LinkedHashSet<>();
        items.stream().filter(item -> item.item().section() == section && allows(item.item()))
                .forEach(item -> item.handedOver().ifPresent(says -> lines.add(line(item.item(), says))));
        return new Pack.Part(title, List.copyOf(lines));
    }

    private boolean allows(SubjectItem item) {
        return allowance.allows(request.person(), item.agency() == null ? Borough.AGENCY : item.agency(), item.field());
    }

    private Pack.Line line(SubjectItem item, String says) {
        if (request.capacity().isForAnother() && item.section() == Section.DETAILS) {
            return new Pack.Line(item.label(), says, null, null);
        }
        return new Pack.Line(item.label(), says, item.on() == null ? null : PlainTime.of(item.on()), source(item));
    }

    private String source(SubjectItem item) {
        if (item.agency() == null) {
            return null;
        }
        return request.capacity().isForAnother() || !item.own() ? PackWords.kind(book, item.agency()) : book.nameFor(item.agency(), false);
    }
}

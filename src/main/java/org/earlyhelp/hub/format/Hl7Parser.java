package org.earlyhelp.hub.format;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses one message with HAPI into its segments by name. The generic model takes any version, any order and
 * unknown segments; profiles are never fetched and nothing is validated: that is the mapping's part.
 */
final class Hl7Parser {
    private final PipeParser parser;

    Hl7Parser() {
        DefaultHapiContext context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        context.getParserConfiguration().setAllowUnknownVersions(true);
        parser = context.getPipeParser();
    }

    /** The segments of the message, by name, in order; empty when it is no readable message. */
    Optional<Map<String, List<Segment>>> parse(String message) {
        try {
            Message parsed = parser.parse(message);
            Map<String, List<Segment>> segments = new LinkedHashMap<>();
            collect(parsed, segments);
            return Optional.of(segments);
        } catch (HL7Exception | RuntimeException e) {
            // HAPI throws many kinds for hostile input; each means the same: this message cannot be read.
            return Optional.empty();
        }
    }

    private static void collect(Group group, Map<String, List<Segment>> segments) throws HL7Exception {
        for (String name : group.getNames()) {
            for (Structure structure : group.getAll(name)) {
                if (structure instanceof Segment segment) {
                    segments.computeIfAbsent(segment.getName(), any -> new ArrayList<>()).add(segment);
                } else {
                    collect((Group) structure, segments);
                }
            }
        }
    }
}

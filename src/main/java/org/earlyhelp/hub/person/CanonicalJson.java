package org.earlyhelp.hub.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored JSON form of facts and mentioned people: what is null is left out, dates are ISO text, a fact
 * names its kind. Unknown names are ignored, so that an older hub reads what a newer one wrote. Thread-safe.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addMixIn(Fact.class, NamedFact.class)
            .addMixIn(NhsNumber.class, AsText.class)
            .addMixIn(Upn.class, AsText.class)
            .build();

    private static final ObjectReader PERSON = MAPPER.readerFor(MentionedPerson.class);

    private CanonicalJson() {
    }

    /** Read back by {@link #readFact}. */
    public static String write(Fact fact) {
        return MAPPER.writerFor(Fact.class).writeValueAsString(fact);
    }

    /** Read back by {@link #readPerson}. */
    public static String write(MentionedPerson person) {
        return MAPPER.writeValueAsString(person);
    }

    /** The fact that was written. Throws JacksonException when it is none. */
    public static Fact readFact(String json) {
        return MAPPER.readValue(json, Fact.class);
    }

    /** The person as written. Throws JacksonException when it is none. */
    public static MentionedPerson readPerson(String json) {
        return PERSON.readValue(json);
    }

    /** The kind under which a fact is stored: MISSING, ATTENDANCE, HEALTH, DOMESTIC_ABUSE, INVOLVEMENT or CONCERN. */
    public static String kindOf(Fact fact) {
        for (JsonSubTypes.Type type : NamedFact.class.getAnnotation(JsonSubTypes.class).value()) {
            if (type.value() == fact.getClass()) {
                return type.name();
            }
        }
        throw new IllegalArgumentException("a fact without a kind");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({@JsonSubTypes.Type(value = MissingReport.class, name = "MISSING"),
            @JsonSubTypes.Type(value = AttendanceDay.class, name = "ATTENDANCE"),
            @JsonSubTypes.Type(value = HealthFindings.class, name = "HEALTH"),
            @JsonSubTypes.Type(value = DomesticAbuseReferral.class, name = "DOMESTIC_ABUSE"),
            @JsonSubTypes.Type(value = Involvement.class, name = "INVOLVEMENT"),
            @JsonSubTypes.Type(value = Concern.class, name = "CONCERN")})
    private interface NamedFact {
    }

    private interface AsText {
        @JsonValue
        String digits();

        @JsonValue
        String text();
    }
}

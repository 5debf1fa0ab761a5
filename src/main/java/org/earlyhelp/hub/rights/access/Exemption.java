package org.earlyhelp.hub.rights.access;

/** Why an item may be withheld. Source: Data Protection Act 2018, Schedules 2 and 3; UK GDPR Article 15(4). */
public enum Exemption {
    OTHER_PEOPLE("It is about somebody else (Schedule 2 paragraph 16)"),
    HEALTH_HARM("A health professional finds that it may seriously harm somebody, or has not been asked yet (Schedule 3 part 2)"),
    SOCIAL_WORK_HARM("A social worker finds that it may seriously harm somebody, or has not been asked yet (Schedule 3 part 3)"),
    EDUCATION_HARM("It may seriously harm somebody (education data, Schedule 3 part 4)"),
    CHILD_ABUSE("Child abuse data that it is not in the child's interest to hand to somebody else (Schedule 3 part 5)"),
    CRIME("It would hinder the prevention or detection of crime (Schedule 2 paragraph 2)"),
    OTHER("Another exemption, named in the reason");

    private final String words;

    Exemption(String words) {
        this.words = words;
    }

    /** As the page and the letter say it. */
    public String words() {
        return words;
    }
}

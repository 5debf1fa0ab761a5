package org.earlyhelp.hub.format;

import java.util.Optional;

/** Why a text may not be taken: a receipt code such as CONTROL_CHARACTER and a reason without the text. */
public record TextFault(String code, String reason) {
    /** The fault of the text; empty when it may be taken. */
    public static Optional<TextFault> of(String text) {
        Texts.Fault fault = Texts.faultOf(text);
        return fault == Texts.Fault.NONE ? Optional.empty() : Optional.of(new TextFault(fault.code, fault.message));
    }
}

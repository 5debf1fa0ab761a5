package org.earlyhelp.hub.cli.torture.matrix;

import java.util.List;

/** Rows that tests of every build show, and rows that are not injected here. */
final class OtherRows {
    private OtherRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.byTest("F25.1", "a school sends another school's rows", "SchoolSendersTests.refusesRowsOfAnotherSchool"),
                Row.byTest("F34", "a worker thread meets an Error", "WokenTaskTests.goesOnAfterAnErrorOfTheVirtualMachine"),
                Row.missing("F47", "20% of packets are lost", "this machine's kernel has no netem; F48 shows a slow line and F46 one that is reset"),
                Row.byTest("F57.1", "a key is changed while files come", "KeyCommandTests.aNewSigningKeyIsAnnouncedAndSignedForByTheOld", "KeyCommandTests.aNewSealingKeyWrapsEverythingAnew"),
                Row.byTest("F63", "a payload, leaf or checkpoint of the log is edited", "LogCheckTests.namesAnEntryWithAnEditedColumn", "LogCheckTests.namesEveryOtherRowThatWasTouched"),
                Row.byTest("F64", "yesterday's database is put back", "LogSequencerTests.stopsWhenAnOlderDatabaseWasRestored", "WitnessedLogTests.stopsALogThatWasPutBackWithItsKeysAndSignedOn"),
                Row.byTest("F65", "the log's signing key is lost", "KeyCommandTests.goesOnWithoutALostSigningKeyOnceItWasGivenUp"),
                Row.byTest("F67", "a wrong match is made and undone", "UndoneMergeTests.restoresNeedsLevelsAndAlertsOfBoth", "UndoneMergeTests.tellsAgainWhoeverWasToldOfTheTwoAsOne"),
                Row.byTest("F68", "a person is erased whose message is under way", "ErasureJourneyTests.leavesNothingOfHersAnywhere", "ErasureRestoreTests.erasesAgainWhomARestoreBringsBack"));
    }
}

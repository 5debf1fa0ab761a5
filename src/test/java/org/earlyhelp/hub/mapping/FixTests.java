package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receipt tells a sender to do. */
class FixTests {
    private static final String ATTENDANCE = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,"
            + "Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n9994001,999001,N999400122002,Okafor,Chidi,,02/04/2015,M,7,"
            + "4 Test Row,Avonford,ZZ99 3VZ,Okafor,Ada,,20/11/2026,/,I\n";
    private static final String HEALTH = "MSH|^~\\&|HV|AVON|HUB|AVON|20261120090000||ADT^A31|M-1|P|2.4\rPID|||L-1^^^HV^MR||Okafor^Chidi||20150402|M\r"
            + "OBX|1|ST|REVIEW-12MONTH||DONE||||||F|||20261119\r";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /,I | H,I | Send a code of the national list for that day; /help/ lists them.
            /,I | /,ZZ | Send a code of the national list for that day; /help/ lists them.
            ,M, | ,X, | Send one of F, M, U, Female, Male; /help/ lists them.
            02/04/2015 | 02/04/1899 | Send a date as dd/MM/yyyy of the last 120 years.
            20/11/2026 | 20.11.2026 | Send a date as dd/MM/yyyy.
            20/11/2026 | 20/11/2027 | Check the date: it must not be in the future.
            """)
    void saysWhatARowOfARegisterNeeds(String good, String bad, String fix) {
        assertThat(Try.one("school-attendance", ATTENDANCE.replace(good, bad)).faults()).extracting(RowFault::fix).containsExactly(fix);
    }

    @ParameterizedTest
    @CsvSource({"REVIEW-12MONTH, REVIEW-13MONTH, Send a code of the layout; /help/ lists them.",
            "DONE, PERHAPS, 'Send one of DONE, NOT_BROUGHT, DECLINED, MISSED with this code.'",
            "REVIEW-12MONTH||DONE, ASQ3-COMM||61, Send a whole number from 0 to 60 with this code."})
    void saysWhatAnObservationNeeds(String good, String bad, String fix) {
        assertThat(Try.one("health-visiting", HEALTH.replace(good, bad)).faults()).extracting(RowFault::fix).containsExactly(fix);
    }

    @Test
    void neverAsksForLengthWhereTheCodeIsWrong() {
        assertThat(Try.one("school-attendance", ATTENDANCE.replace("/,I", "H,H")).faults()).hasSize(2)
                .noneMatch(fault -> fault.fix().contains("characters"));
    }
}

package org.earlyhelp.hub.web.measures;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.web.export.CsvCells;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Figures as a file to save: UTF-8, a header, nothing that a spreadsheet would run. */
public final class CsvAnswer {
    private CsvAnswer() {
    }

    /** Every cell is made safe for a spreadsheet. */
    public static ResponseEntity<String> of(String fileName, List<String> header, Stream<List<String>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(header);
        rows.forEach(row -> csv.writeRecord(row.stream().map(CsvCells::of).toList()));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName).build().toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).body(text.toString());
    }
}

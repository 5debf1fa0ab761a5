package org.earlyhelp.hub.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReceiptWriterTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private static final String AGENCY = "avonford-police";

    @TempDir
    private Path folder;
    private DeliveryStore deliveries;
    private DeliveryLists lists;
    private ReceiptWriter writer;
    private SftpFolders folders;

    @BeforeEach
    void start() {
        JdbcClient sql = JdbcClient.create(TestDatabase.fresh());
        deliveries = new DeliveryStore(sql);
        lists = new DeliveryLists(sql);
        folders = new SftpFolders(folder);
        writer = new ReceiptWriter(folders, lists, HubClock.fixedAt(MONDAY));
    }

    @Test
    void keepsToItsSchema() throws IOException {
        Delivery delivery = decided("x.json", new DeliveryError(48, 47, "child", "MISSING_FIELD", false, "The notice names no child.", "Send the child's name or reference."));
        writer.write(delivery);

        String schema = Files.readString(Path.of("src/docs/schemas/receipt.v1.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema, InputFormat.JSON)
                .validate(read("x.json", delivery, ".receipt.json"), InputFormat.JSON)).isEmpty();
        assertThat(read("x.json", delivery, ".errors.csv")).isEqualTo("""
                line,record,field,code,severity,message,fix\r
                48,47,child,MISSING_FIELD,error,The notice names no child.,Send the child's name or reference.\r
                """);
    }

    @Test
    void cutsTheListOfErrorsInTheJson() throws IOException {
        DeliveryError[] many = IntStream.rangeClosed(1, Receipt.ERRORS_LIMIT + 1)
                .mapToObj(line -> new DeliveryError(line, line, "AM", "UNKNOWN_CODE", false, "Not a code.", null)).toArray(DeliveryError[]::new);
        Delivery delivery = decided("x.json", many);

        writer.write(delivery);

        assertThat(read("x.json", delivery, ".receipt.json")).contains("\"errorsTruncated\" : true");
        assertThat(read("x.json", delivery, ".errors.csv").lines()).hasSize(Receipt.ERRORS_LIMIT + 2);
    }

    @Test
    void makesCellsHarmless() {
        assertThat(SafeCsv.of(List.of("a"), List.of(List.of("=1+1"), List.of("@x"), List.of("\tx"), List.of("fine"))))
                .isEqualTo("a\r\n'=1+1\r\n'@x\r\n'\tx\r\nfine\r\n");
    }

    @Test
    void makesFileNamesSafe() {
        assertThat(ReceiptWriter.safeName("../../etc/pass wd.csv")).isEqualTo("_._.._etc_pass_wd.csv");
        assertThat(ReceiptWriter.safeName("x".repeat(300))).hasSize(100);
        assertThat(ReceiptWriter.safeName("-rf")).isEqualTo("_rf");
    }

    @Test
    void forgetsReceiptsAfterNinetyDays() throws IOException {
        Path receipts = Files.createDirectories(folders.receipts(AGENCY));
        Files.writeString(receipts.resolve("a.R-20260824-AAAAAA.receipt.json"), "");
        Files.writeString(receipts.resolve("a.R-20260825-AAAAAA.receipt.json"), "");

        assertThat(writer.forgetOld(AGENCY)).isEqualTo(1);
        assertThat(receipts).isDirectoryContaining("glob:**20260825*");
    }

    @Test
    void listsEveryReceiptInTheIndex() throws IOException {
        writer.write(decided("=a.json"));
        writer.write(decided("b.json"));

        assertThat(Files.readString(folders.receipts(AGENCY).resolve("index.csv")).lines()).hasSize(3).anyMatch(line -> line.contains(",'=a.json,"));
    }

    private Delivery decided(String name, DeliveryError... errors) {
        int number = lists.newest(null, null, 10).size();
        Delivery delivery = deliveries.insert(new DeliveryStore.Arrival("R-20261123-00000" + number, "U" + number, AGENCY, null, "missing-children", false, name, 12,
                "ab".repeat(32), Stage.RECEIVED, null, MONDAY)).orElseThrow();
        deliveries.taking(delivery.id(), "missing-children@1", "ISA-AVON-POLICE-1@1");
        deliveries.saveErrors(delivery.id(), List.of(errors));
        deliveries.progress(delivery.id(), 0, errors.length, new Counts(0, 0, errors.length, 0));
        return deliveries.decide(delivery.id(), Verdict.of(Stage.REJECTED), MONDAY);
    }

    private String read(String name, Delivery delivery, String ending) throws IOException {
        return Files.readString(folders.receipts(AGENCY).resolve(name + "." + delivery.receipt() + ending));
    }
}

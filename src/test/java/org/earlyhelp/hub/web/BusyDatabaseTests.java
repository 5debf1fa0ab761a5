package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;

class BusyDatabaseTests {
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(new Failing()).setControllerAdvice(new BusyDatabase()).build();

    @Controller
    static class Failing {
        @GetMapping("/busy")
        void busy() {
            throw new CannotCreateTransactionException("no connection is free");
        }

        @GetMapping("/faulty")
        void faulty() {
            throw new DuplicateKeyException("twice");
        }
    }

    @Test
    void asksToTryAgainWhileTheDatabaseIsBusy() throws Exception {
        assertThat(pages.perform(get("/busy")).andReturn().getResponse().getStatus()).isEqualTo(503);
    }

    @Test
    void leavesAFaultAFault() {
        assertThatThrownBy(() -> pages.perform(get("/faulty"))).hasRootCauseInstanceOf(DuplicateKeyException.class);
    }
}

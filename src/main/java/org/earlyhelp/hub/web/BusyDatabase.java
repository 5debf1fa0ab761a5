package org.earlyhelp.hub.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers with 503 and "try again" what failed only because the database is away or busy for the moment; the rest stays a fault. */
@ControllerAdvice
class BusyDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(BusyDatabase.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void answer(RuntimeException fault, HttpServletResponse response) throws IOException {
        if (!PassingFault.isBehind(fault) || response.isCommitted()) {
            throw fault;
        }
        LOG.warn("a page or an interface could not be answered: {}", fault.getClass().getSimpleName());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}

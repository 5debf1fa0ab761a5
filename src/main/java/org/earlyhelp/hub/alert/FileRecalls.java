package org.earlyhelp.hub.alert;

import java.util.List;

/** The files that were taken back by their senders. They hold references and accounts, nothing about a person. */
public interface FileRecalls {
    /** The latest, newest first, at most {@code limit}. */
    List<FileRecall> latest(int limit);

    /** Files about people at whom that account had looked since they came, newest first: their page tells them. */
    List<FileRecall> toldTo(String account, int limit);
}

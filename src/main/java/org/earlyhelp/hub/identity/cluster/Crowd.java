package org.earlyhelp.hub.identity.cluster;

import java.util.Arrays;

/** The many bearers of one key, in ascending order, so that one more costs no walk past all of them. */
final class Crowd {
    private int[] bearers;
    private int size;

    Crowd(int[] sorted) {
        bearers = sorted;
        size = sorted.length;
    }

    void add(int bearer) {
        int at = Arrays.binarySearch(bearers, 0, size, bearer);
        if (at < 0) {
            int before = -at - 1;
            int[] room = size < bearers.length ? bearers : Arrays.copyOf(bearers, size + size / 2 + 1);
            System.arraycopy(bearers, before, room, before + 1, size - before);
            bearers = room;
            bearers[before] = bearer;
            size++;
        }
    }

    void remove(int bearer) {
        int at = Arrays.binarySearch(bearers, 0, size, bearer);
        if (at >= 0) {
            size--;
            System.arraycopy(bearers, at + 1, bearers, at, size - at);
        }
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(bearers, size);
    }

    long bytes() {
        return (long) bearers.length * Integer.BYTES;
    }
}

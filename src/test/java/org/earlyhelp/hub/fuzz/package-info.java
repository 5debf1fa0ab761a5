/**
 * One fuzzer a parser of what comes from outside. In every build each runs over its kept inputs, the finds of earlier runs
 * among them; {@code mvn -P fuzz test} lets Jazzer look for new ones, some minutes a parser, or one of them with
 * {@code -Dtest=CsvFuzzTests}. What it finds, it writes beside the kept inputs.
 */
package org.earlyhelp.hub.fuzz;

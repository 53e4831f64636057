/**
 * What an agent reports of its process: plain data, sent as JSON and shown by the command line.
 * Fields may be added; none changes its meaning, since jars of different versions exchange them.
 */
@NullMarked
package dev.mulligan.attach.report;

import org.jspecify.annotations.NullMarked;

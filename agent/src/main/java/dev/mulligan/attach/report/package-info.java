/**
 * The reports of an agent: plain data, sent as JSON and shown by the command line. Fields may be
 * added; no field may change its meaning, since jars of different versions exchange reports.
 */
@NullMarked
package dev.mulligan.attach.report;

import org.jspecify.annotations.NullMarked;

package dev.mulligan.attach.report;

import java.util.List;

/**
 * The result of a detach.
 *
 * @param methods how many methods have their original bytecode again
 * @param classes how many classes were rewritten for it
 * @param callsInFlight calls that were still retrying; they continue under their old rules
 * @param notificationsLeft notifications that were not sent in time
 * @param problems such as classes that could not be restored
 */
public record DetachReport(
    String version,
    int methods,
    int classes,
    long callsInFlight,
    long notificationsLeft,
    List<ReportedProblem> problems) {}

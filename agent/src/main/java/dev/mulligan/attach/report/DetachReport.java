package dev.mulligan.attach.report;

import java.util.List;

/**
 * What a detach left behind.
 *
 * @param methods that have their original bytecode again
 * @param classes that were rewritten for it
 * @param callsInFlight calls that were still retrying; they end as they began
 * @param notificationsLeft notifications that could not be sent any more
 * @param problems such as classes that could not be restored
 */
public record DetachReport(
    String version,
    int methods,
    int classes,
    long callsInFlight,
    long notificationsLeft,
    List<ReportedProblem> problems) {}

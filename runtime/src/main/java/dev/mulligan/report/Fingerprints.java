package dev.mulligan.report;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.strategy.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Caches the fingerprints of failures, because computing one takes microseconds. */
final class Fingerprints {

  private static final int KINDS_KEPT = 1_000;

  private final Map<Operation, Map<String, String>> known = new ConcurrentHashMap<>();

  String of(Operation operation, String kind, TaskIdentity task) {
    String key = task.name().isEmpty() ? kind : kind + '\n' + task.name().get();
    @Nullable Map<String, String> kinds = known.get(operation);
    @Nullable String fingerprint = kinds == null ? null : kinds.get(key);
    return fingerprint == null ? make(operation, kind, task, key) : fingerprint;
  }

  private String make(Operation operation, String kind, TaskIdentity task, String key) {
    String fingerprint = CallReport.fingerprint(operation.rule(), operation.name(), kind, task);
    Map<String, String> kinds = known.computeIfAbsent(operation, any -> new ConcurrentHashMap<>());
    if (kinds.size() < KINDS_KEPT) {
      kinds.put(key, fingerprint);
    }
    return fingerprint;
  }
}

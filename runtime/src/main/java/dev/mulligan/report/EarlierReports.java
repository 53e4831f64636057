package dev.mulligan.report;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.failure.EarlierFailure;
import dev.mulligan.retry.strategy.Operation;
import java.util.ArrayList;
import java.util.List;

/** Tells the engine which incidents an earlier process left open, so that it reports recoveries. */
public final class EarlierReports implements EarlierIncidents {

  private final EngineSettings engine;

  public EarlierReports(EngineSettings engine) {
    this.engine = engine;
  }

  @Override
  public void expected() {
    engine.expectEarlierFailures();
  }

  @Override
  public void known(List<CallReport> open) {
    List<EarlierFailure> failures = new ArrayList<>();
    for (CallReport call : open) {
      Operation operation = new Operation(call.operation(), call.rule(), Operation.Mode.RETRY);
      failures.add(new EarlierFailure(operation, call.task()));
    }
    engine.earlierFailures(failures);
  }
}

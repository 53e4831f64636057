package dev.mulligan.retry.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Site;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StatisticsTableTest {

  private static final String OF_ONE = "(java.lang.String)";

  private final StatisticsTable table = new StatisticsTable();

  @Test
  void overloadsAndCopiesAreCountedApartAndAddedUpForTheirOperation() {
    retried(operation(1, "()"), 1);
    retried(operation(2, OF_ONE), 2);
    retried(operation(3, OF_ONE), 3);

    assertThat(table.of(operation(2, OF_ONE)).snapshot().retries()).isEqualTo(2);
    assertThat(table.bySite()).extracting(each -> each.counts().retries()).contains(1L, 2L, 3L);
    assertThat(table.snapshots()).hasSize(1);
    assertThat(all().retries()).isEqualTo(6);
  }

  @Test
  void whatIsUnloadedIsAddedUpForEachSignature() {
    for (int id = 1; id <= 20; id++) {
      retried(operation(id, id % 2 == 0 ? "()" : OF_ONE), 1);
    }

    table.unload(id -> id <= 18);

    assertThat(table.bySite()).hasSize(4);
    assertThat(table.of(operation(Site.NO_METHOD, OF_ONE)).snapshot().retries()).isEqualTo(9);
    RetryStatistics.Snapshot all = all();
    assertThat(all.retries()).isEqualTo(20);
    assertThat(all.attempts()).isEqualTo(20);
    assertThat(all.ended(EndReason.VALUE_RETURNED)).isEqualTo(20);
    assertThat(all.inFlight()).isZero();

    table.unload(id -> true);

    assertThat(table.bySite()).hasSize(2);
    assertThat(all().retries()).isEqualTo(20);
  }

  private RetryStatistics.Snapshot all() {
    return Objects.requireNonNull(table.snapshots().get(operation(9, "any")));
  }

  private void retried(Operation operation, int times) {
    for (int i = 0; i < times; i++) {
      RetryStatistics counters = table.of(operation);
      counters.began();
      counters.attempted();
      counters.retried();
      counters.ended(EndReason.VALUE_RETURNED, 1);
    }
  }

  private static Operation operation(int method, String parameters) {
    return new Operation("a.B.c", "rule", Operation.Mode.RETRY, new Site(method, parameters));
  }
}

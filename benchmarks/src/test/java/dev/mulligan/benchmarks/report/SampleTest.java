package dev.mulligan.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void oneDisturbedRunDoesNotMoveTheMedian() {
    assertThat(new Sample(List.of(70.0, 66.0, 5_000.0, 65.0, 67.0)).median()).isEqualTo(67);
  }

  @Test
  void theMedianOfAnEvenNumberOfRunsLiesBetweenTheMiddleTwo() {
    assertThat(new Sample(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void withoutRunsThereIsNoSample() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sample(List.of()));
  }
}

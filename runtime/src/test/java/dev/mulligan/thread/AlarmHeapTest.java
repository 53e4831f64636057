package dev.mulligan.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlarmHeapTest {

  private final AlarmHeap heap = new AlarmHeap();

  @Test
  void givesTheOneThatIsDueFirst() {
    List<Long> due = new ArrayList<>(new Random(7).longs(10_000, -500, 500).boxed().toList());
    due.forEach(this::add);
    due.sort(null);
    for (long each : due) {
      assertThat(next()).isEqualTo(each);
    }
    assertThat(heap.isEmpty()).isTrue();
    assertThat(heap.removeFirst()).isNull();
  }

  @Test
  void forgetsWhatIsRemoved() {
    List<Alarm> all = new ArrayList<>();
    Random random = new Random(8);
    for (int i = 0; i < 1_000; i++) {
      all.add(add(random.nextInt(100)));
    }
    for (int i = 0; i < 1_000; i += 2) {
      assertThat(heap.remove(all.get(i))).isTrue();
      assertThat(heap.remove(all.get(i))).isFalse();
    }
    long before = Long.MIN_VALUE;
    for (int i = 0; i < 500; i++) {
      long due = next();
      assertThat(due).isGreaterThanOrEqualTo(before);
      before = due;
    }
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void countsOverTheEndOfNanoTime() {
    add(Long.MIN_VALUE + 1);
    add(Long.MAX_VALUE - 1);
    assertThat(next()).isEqualTo(Long.MAX_VALUE - 1);
  }

  private Alarm add(long due) {
    Alarm alarm = Alarm.running(() -> {});
    alarm.due = due;
    heap.add(alarm);
    return alarm;
  }

  private long next() {
    return Objects.requireNonNull(heap.removeFirst()).due;
  }
}

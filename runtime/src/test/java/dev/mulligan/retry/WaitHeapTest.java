package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitHeapTest {

  private final WaitHeap heap = new WaitHeap();

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
    List<Wait> all = new ArrayList<>();
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

  private Wait add(long due) {
    Wait wait =
        new Wait() {
          @Override
          void over(boolean cutShort) {}
        };
    wait.due = due;
    heap.add(wait);
    return wait;
  }

  private long next() {
    return Objects.requireNonNull(heap.removeFirst()).due;
  }
}

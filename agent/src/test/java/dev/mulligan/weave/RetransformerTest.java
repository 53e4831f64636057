package dev.mulligan.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetransformerTest {

  private static final Retransformer.Slices GO_ON = (done, before) -> true;

  private final List<Integer> batches = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private long millisForAClass;

  @Test
  void halvesABatchUntilTheClassThatTheJvmRefusesStandsAlone() {
    retransformer(Set.of(Integer.class))
        .retransform(
            List.of(String.class, Integer.class, Long.class, Short.class, Byte.class), GO_ON);
    assertThat(refused).containsExactly("java.lang.Integer");
    assertThat(batches).containsExactly(4, 2, 1, 1, 2, 1);
  }

  @Test
  void givesAThousandClassesToTheJvmInAHandfulOfSlices() {
    List<Class<?>> thousand = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      thousand.add(String.class);
    }
    retransformer(Set.of()).retransform(thousand, GO_ON);
    assertThat(batches).startsWith(4, 16, 64, 256).hasSize(7);
    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
  }

  @Test
  void slicesBecomeSmallWhereTheJvmIsSlow() {
    List<Class<?>> classes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      classes.add(String.class);
    }
    millisForAClass = 25;
    retransformer(Set.of()).retransform(classes, GO_ON);
    assertThat(batches).startsWith(4).allMatch(size -> size <= 4);
  }

  @Test
  void endsBetweenTwoSlicesWhenToldTo() {
    List<Class<?>> classes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      classes.add(String.class);
    }
    int done =
        retransformer(Set.of()).retransform(classes, (slice, before) -> before + slice.size() < 20);
    assertThat(done).isEqualTo(20);
    assertThat(batches).containsExactly(4, 16);
  }

  @Test
  void asksTheJvmNothingWhenThereIsNothingToDo() {
    retransformer(Set.of()).retransform(List.of(), GO_ON);
    assertThat(batches).isEmpty();
  }

  private Retransformer retransformer(Set<Class<?>> bad) {
    return new Retransformer(
        jvmThatRefuses(bad),
        new Transformer.Listener() {
          @Override
          public void notWoven(String className, Throwable reason) {
            refused.add(className);
          }

          @Override
          public void inheritedMatched(Set<String> classNames) {
            throw new AssertionError("not asked for");
          }
        });
  }

  private Instrumentation jvmThatRefuses(Set<Class<?>> bad) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("retransformClasses");
              Class<?>[] batch = (Class<?>[]) arguments[0];
              batches.add(batch.length);
              Thread.sleep(millisForAClass * batch.length);
              for (Class<?> type : batch) {
                if (bad.contains(type)) {
                  throw new VerifyError(type.getName());
                }
              }
              return null;
            });
  }
}

package dev.mulligan.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetransformerTest {

  private final List<Integer> batches = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  @Test
  void halvesABatchUntilTheClassThatTheJvmRefusesStandsAlone() {
    retransformer(Set.of(Integer.class))
        .retransform(List.of(String.class, Integer.class, Long.class, Short.class, Byte.class));
    assertThat(refused).containsExactly("java.lang.Integer");
    assertThat(batches).containsExactly(5, 2, 1, 1, 3);
  }

  @Test
  void givesAThousandClassesToTheJvmInAHandfulOfBatches() {
    List<Class<?>> thousand = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      thousand.add(String.class);
    }
    retransformer(Set.of()).retransform(thousand);
    assertThat(batches).hasSize(4);
    assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
  }

  @Test
  void asksTheJvmNothingWhenThereIsNothingToDo() {
    retransformer(Set.of()).retransform(List.of());
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
              for (Class<?> type : batch) {
                if (bad.contains(type)) {
                  throw new VerifyError(type.getName());
                }
              }
              return null;
            });
  }
}

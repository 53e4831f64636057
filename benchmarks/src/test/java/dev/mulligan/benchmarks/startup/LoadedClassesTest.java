package dev.mulligan.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {

  @Test
  void countsWhatTheArchiveDidNotHave() {
    LoadedClasses classes =
        LoadedClasses.in(
            List.of(
                "[0.01s][info][class,load] java.lang.Object source: shared objects file",
                "[0.02s][info][class,load] java.util.List source: shared objects file (top)",
                "[0.03s][info][class,load] Hello source: file:/hello.jar",
                "[0.03s][info][class,load] something else is said"));

    assertThat(classes).isEqualTo(new LoadedClasses(3, 1));
  }
}

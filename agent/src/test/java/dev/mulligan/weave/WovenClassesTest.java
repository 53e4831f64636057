package dev.mulligan.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.WovenClasses.WovenClass;
import dev.mulligan.weave.rewrite.Advised;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WovenClassesTest {

  private static final ClassLoader OWN = WovenClassesTest.class.getClassLoader();

  private final AtomicInteger counted = new AtomicInteger(-1);
  private final WovenClasses woven = new WovenClasses(counted::set);

  private int add(@Nullable ClassLoader loader, String name, int methods) {
    List<Advised> advised = new ArrayList<>();
    for (int i = 0; i < methods; i++) {
      MethodFacts facts = new MethodFacts("m" + i, 0, List.of("()V"), List.of(), List.of());
      advised.add(new Advised(i, facts, Advised.Kind.THROWN));
    }
    ClassFacts facts =
        new ClassFacts(name, Origin.APPLICATION, 0, Optional.empty(), List.of(), List.of());
    woven.add(loader, new WovenClass(facts, advised));
    return counted.get();
  }

  @Test
  void countsTheMethodsOfAllClasses() {
    assertThat(add(OWN, "A", 2)).isEqualTo(2);
    assertThat(add(OWN, "B", 3)).isEqualTo(5);
    assertThat(add(null, "A", 1)).isEqualTo(6);
  }

  @Test
  void aClassThatIsWovenAgainReplacesItself() {
    add(OWN, "A", 2);
    assertThat(add(OWN, "A", 5)).isEqualTo(5);
    woven.remove(OWN, "A");
    assertThat(counted).hasValue(0);
    woven.remove(OWN, "A");
    assertThat(counted).hasValue(0);
  }

  @Test
  void classesOfACollectedLoaderAreCountedNoMore() throws InterruptedException {
    add(new URLClassLoader(new URL[0]), "A", 100);
    add(OWN, "B", 1);
    for (int i = 0; i < 100 && add(OWN, "B", 1) != 1; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(counted).hasValue(1);
  }

  /** To count 40,000 classes at each of them takes more than a minute. */
  @Test
  @Timeout(20)
  void addingDoesNotCountAllClasses() {
    for (int i = 0; i < 40_000; i++) {
      add(OWN, "C" + i, 1);
    }
    assertThat(counted).hasValue(40_000);
  }
}

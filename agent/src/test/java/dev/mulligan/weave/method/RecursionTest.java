package dev.mulligan.weave.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.MethodFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecursionTest {

  interface Port {}

  static class Base implements Port {}

  static class Lower extends Base {}

  static class Stranger implements Port {}

  private final WovenMethod inPort = method(Port.class, "()V");
  private final WovenMethod inBase = method(Base.class, "()V");
  private final WovenMethod inLower = method(Lower.class, "()V");

  @Test
  void aMethodThatCallsItselfIsOneCall() {
    assertThat(isPartOf(inBase, inBase, new Base())).isTrue();
    assertThat(isPartOf(inBase, inBase, null)).isTrue();
  }

  @Test
  void aSuperCallIsPartOfTheOverridingMethodsCall() {
    assertThat(isPartOf(inBase, inLower, new Lower())).isTrue();
    assertThat(isPartOf(inPort, inLower, new Lower())).isTrue();
  }

  @Test
  void anOverridingMethodThatIsCalledFromTheOverriddenOneIsACallOfItsOwn() {
    assertThat(isPartOf(inLower, inBase, new Lower())).isFalse();
  }

  @Test
  void theSameSignatureElsewhereIsAnotherCall() {
    assertThat(isPartOf(inBase, method(Stranger.class, "()V"), new Stranger())).isFalse();
    assertThat(isPartOf(inBase, method(Lower.class, "(I)V"), new Lower())).isFalse();
    assertThat(isPartOf(inBase, inLower, null)).isFalse();
  }

  private static boolean isPartOf(WovenMethod inner, WovenMethod outer, @Nullable Object self) {
    return Recursion.isPartOf(inner, outer, self);
  }

  private static WovenMethod method(Class<?> type, String descriptor) {
    return new WovenMethod(
        1,
        type.getName(),
        new MethodFacts("m", 0, List.of(descriptor), List.of(), List.of()),
        Optional.empty());
  }
}

package dev.mulligan.weave.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class MethodIdsTest {

  private static final String CHARGE = "com.acme.Gateway.charge()V";

  private final Map<String, Object> kept = new ConcurrentHashMap<>();
  private final ClassLoader loader = getClass().getClassLoader();

  @Test
  void theNextAgentGivesAMethodTheSameId() {
    MethodIds first = new MethodIds(Optional.of(kept));
    int charge = first.of(loader, CHARGE);
    int refund = first.of(loader, "com.acme.Gateway.refund()V");

    MethodIds next = new MethodIds(Optional.of(kept));

    assertThat(next.of(loader, "com.acme.Gateway.refund()V")).isEqualTo(refund);
    assertThat(next.of(loader, CHARGE)).isEqualTo(charge).isNotEqualTo(refund);
    assertThat(next.of(loader, "com.acme.Gateway.hold()V")).isGreaterThan(refund);
  }

  @Test
  void theSameClassInAnotherLoaderHasItsOwn() {
    MethodIds ids = new MethodIds(Optional.of(kept));
    ClassLoader other = new URLClassLoader(new URL[0]);

    assertThat(ids.of(loader, CHARGE)).isNotEqualTo(ids.of(other, CHARGE));
    assertThat(ids.of(null, CHARGE)).isEqualTo(ids.of(null, CHARGE));
  }

  @Test
  void idsAreSmallSoThatMostNeedNoConstant() {
    assertThat(new MethodIds(Optional.of(kept)).of(loader, CHARGE)).isZero();
  }
}

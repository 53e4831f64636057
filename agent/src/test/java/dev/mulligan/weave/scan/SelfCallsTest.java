package dev.mulligan.weave.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SelfCallsTest {

  /** Read as a class file only. */
  @SuppressWarnings({"UnusedMethod", "InfiniteRecursion", "unused"})
  private static class Node {
    private List<Node> children = List.of();

    int leaf(String text) {
      return text.length() + helper();
    }

    private int helper() {
      return children.size();
    }

    int direct(int depth) {
      return depth == 0 ? 0 : direct(depth - 1);
    }

    int overHelper() {
      return sum();
    }

    private int sum() {
      int sum = 0;
      for (Node child : children) {
        sum += child.overHelper();
      }
      return sum;
    }

    void overLambda() {
      children.forEach(child -> child.overLambda());
    }

    void overReference() {
      children.forEach(Node::overReference);
    }

    @Override
    public String toString() {
      return super.toString();
    }
  }

  private final SelfCalls calls = SelfCalls.in(bytes());

  @Test
  void aMethodThatCallsOnlyOthersDoesNotReachItself() {
    assertThat(calls.mayReach("leaf", "(Ljava/lang/String;)I")).isFalse();
    assertThat(calls.mayReach("helper", "()I")).isFalse();
  }

  @Test
  void recursionIsSeen() {
    assertThat(calls.mayReach("direct", "(I)I")).isTrue();
  }

  @Test
  void recursionOverOtherMethodsAndLambdasOfTheClassIsSeen() {
    assertThat(calls.mayReach("overHelper", "()I")).isTrue();
    assertThat(calls.mayReach("sum", "()I")).isTrue();
    assertThat(calls.mayReach("overLambda", "()V")).isTrue();
    assertThat(calls.mayReach("overReference", "()V")).isTrue();
  }

  @Test
  void aCallOfTheOverriddenMethodCounts() {
    assertThat(calls.mayReach("toString", "()Ljava/lang/String;")).isTrue();
  }

  private static byte[] bytes() {
    String file = Node.class.getName().replace('.', '/') + ".class";
    try (InputStream in =
        Objects.requireNonNull(Node.class.getClassLoader()).getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

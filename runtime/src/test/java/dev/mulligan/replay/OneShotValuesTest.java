package dev.mulligan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OneShotValuesTest {

  static Stream<Object> once() {
    return Stream.of(
        new ByteArrayInputStream(new byte[1]),
        new StringReader("text"),
        ByteBuffer.allocate(1),
        Stream.of(1),
        List.of(1).iterator(),
        new ArrayDeque<>(),
        Optional.of(new StringReader("text")),
        List.of("text", new StringReader("text")),
        new ArrayList<>(List.of(ByteBuffer.allocate(1))),
        Map.of("key", List.of(new StringReader("text"))));
  }

  @ParameterizedTest
  @MethodSource("once")
  void findsWhatCanBeReadOnlyOnce(Object argument) {
    assertThat(OneShotValues.in(new Object[] {"text", null, argument})).isNotNull();
  }

  @SuppressWarnings("JdkObsolete") // applications use it
  static Stream<Object> again() {
    return Stream.of(
        "text",
        1,
        new byte[1],
        Optional.empty(),
        new LinkedList<>(List.of("text")),
        List.of("text"),
        Map.of("key", "value"),
        List.of(List.of(List.of(List.of(new StringReader("deep"))))));
  }

  @ParameterizedTest
  @MethodSource("again")
  void letsOtherArgumentsPass(Object argument) {
    assertThat(OneShotValues.in(new Object[] {argument, null})).isNull();
  }

  @Test
  void looksIntoArrays() {
    Object[] once = {"text", new StringReader("text")};
    Object[] again = {"text", null};

    assertThat(OneShotValues.in(new Object[] {once})).isNotNull();
    assertThat(OneShotValues.in(new Object[] {again})).isNull();
  }

  @Test
  void namesTheClass() {
    assertThat(OneShotValues.in(new Object[] {new StringReader("text")}))
        .isEqualTo("java.io.StringReader");
  }

  /** A lazy collection of the application's could run code or wait. */
  @Test
  void readsNoCollectionsOfTheApplication() {
    List<Object> own =
        new ArrayList<>() {
          @Override
          public java.util.Iterator<Object> iterator() {
            throw new AssertionError("not to be read");
          }
        };

    assertThat(OneShotValues.in(new Object[] {own, Arrays.asList("a", "b")})).isNull();
  }
}

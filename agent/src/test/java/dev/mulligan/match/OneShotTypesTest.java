package dev.mulligan.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneShotTypesTest {

  /** Supertypes of types that are not on this class path, as a class file would tell them. */
  private static final Map<String, List<String>> PARENTS =
      Map.of(
          "reactor.core.publisher.Mono", List.of("org.reactivestreams.Publisher"),
          "org.acme.Multipart", List.of("jakarta.servlet.http.HttpServletRequest"));

  private static final TypeSource TYPES =
      name -> PARENTS.containsKey(name) ? Optional.of(type(name)) : jdkType(name);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.InputStream",
        "java.util.zip.GZIPInputStream",
        "java.io.BufferedReader",
        "java.util.Iterator",
        "java.util.ListIterator",
        "java.util.Scanner",
        "java.util.stream.Stream",
        "java.util.stream.IntStream",
        "java.util.concurrent.Flow$Publisher",
        "java.net.http.HttpRequest$BodyPublisher",
        "java.nio.channels.SocketChannel",
        "javax.servlet.http.HttpServletRequest",
        "jakarta.servlet.ServletRequest",
        "org.acme.Multipart",
        "org.reactivestreams.Publisher",
        "reactor.core.publisher.Mono"
      })
  void canBeReadOnlyOnce(String type) {
    assertThat(OneShotTypes.of(method("(I" + descriptor(type) + ")V"), TYPES))
        .containsExactly(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String",
        "java.util.List",
        "java.lang.Iterable",
        "java.io.File",
        "java.io.OutputStream",
        "java.util.concurrent.CompletableFuture",
        "org.acme.NotFoundAnywhere"
      })
  void canBeReadAgain(String type) {
    assertThat(OneShotTypes.of(method("(" + descriptor(type) + "[BJ)V"), TYPES)).isEmpty();
  }

  @Test
  void anArrayOfThemCanBeReadOnlyOnceToo() {
    assertThat(OneShotTypes.of(method("([Ljava/io/InputStream;)V"), TYPES))
        .containsExactly("java.io.InputStream[]");
  }

  private static String descriptor(String type) {
    return "L" + type.replace('.', '/') + ";";
  }

  private static MethodFacts method(String descriptor) {
    return new MethodFacts("m", 0, List.of(descriptor), List.of(), List.of());
  }

  private static ClassFacts type(String name) {
    return new ClassFacts(
        name,
        Origin.APPLICATION,
        0,
        Optional.of("java.lang.Object"),
        PARENTS.getOrDefault(name, List.of()),
        List.of());
  }

  private static Optional<ClassFacts> jdkType(String name) {
    try (java.io.InputStream in =
        ClassLoader.getPlatformClassLoader()
            .getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassFactsReader.read(in.readAllBytes(), Origin.JDK));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package dev.mulligan.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        "java.io.DataInput",
        "java.io.ObjectInput",
        "java.io.RandomAccessFile",
        "java.lang.Process",
        "java.lang.Readable",
        "java.nio.ByteBuffer",
        "java.nio.MappedByteBuffer",
        "java.nio.CharBuffer",
        "java.sql.ResultSet",
        "java.util.ArrayDeque",
        "java.util.concurrent.BlockingQueue",
        "javax.xml.transform.stream.StreamSource",
        "org.xml.sax.InputSource",
        "io.netty.buffer.ByteBuf",
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
        "java.util.LinkedList",
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

  record Upload(String name, InputStream body) {}

  record Request(Upload upload, int times) {}

  record Parts(List<Reader> parts) {}

  record Node(Node next) {}

  /** Each method is named after whether its parameter can be read again. */
  @SuppressWarnings("unused")
  interface Held {
    void once1(Optional<InputStream> in);

    void once2(List<InputStream> in);

    void once3(Map<String, ? extends Reader> in);

    void once4(String name, Collection<List<ByteBuffer>> in);

    void once5(Upload in);

    void once6(Request in);

    void once7(Parts in);

    void once8(List<Upload>[] in);

    void once9(CompletableFuture<Map.Entry<String, InputStream>> in);

    void again1(List<String> in);

    void again2(Consumer<InputStream> in);

    void again3(Supplier<InputStream> in);

    void again4(List<? super InputStream> in);

    void again5(Class<InputStream> in);

    void again6(Node in);

    <T extends Comparable<InputStream>> List<InputStream> again7(T in, byte[] bytes);
  }

  @Test
  void containersAndRecordsAreReadOnceIfTheyHoldWhatIsReadOnce() {
    ClassFacts held = read(Held.class.getName()).orElseThrow();

    assertThat(held.methods()).hasSize(16);
    for (MethodFacts method : held.methods()) {
      assertThat(OneShotTypes.of(method, OneShotTypesTest::read))
          .as(method.name())
          .hasSize(method.name().startsWith("once") ? 1 : 0);
    }
  }

  @Test
  void theReasonNamesWhatIsHeld() {
    ClassFacts held = read(Held.class.getName()).orElseThrow();

    assertThat(held.methods())
        .filteredOn(method -> method.name().matches("once[36]"))
        .flatExtracting(method -> OneShotTypes.of(method, OneShotTypesTest::read))
        .containsExactly(
            "java.util.Map with java.io.Reader",
            Request.class.getName()
                + " with "
                + Upload.class.getName()
                + " with java.io.InputStream");
  }

  private static Optional<ClassFacts> read(String name) {
    try (InputStream in =
        ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassFactsReader.read(in.readAllBytes(), Origin.APPLICATION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

package dev.mulligan.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;

/** What a return type says about when its method ends. */
class ReturnKindTest {

  static class Remakes<T> extends CompletableFuture<T> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new Remakes<>();
    }
  }

  static class InheritsRemaking extends Remakes<String> {}

  static final class Sealed extends CompletableFuture<String> {}

  interface OwnStage extends CompletionStage<String> {}

  @Test
  void aMethodWithAnyOtherResultEndsWithItsReturn() {
    for (String type : List.of("V", "I", "[Ljava/util/concurrent/Future;", "Ljava/lang/String;")) {
      assertThat(kind("()" + type).form()).isEmpty();
      assertThat(kind("()" + type).refusal()).isEmpty();
    }
    assertThat(kind(String.class).refusal()).isEmpty();
  }

  @Test
  void stagesAndFuturesThatMakeTheirEqualsAreKnown() {
    assertThat(kind(CompletionStage.class).form()).contains(Form.STAGE);
    assertThat(kind(CompletableFuture.class).form()).contains(Form.STAGE);
    assertThat(kind(Remakes.class).form()).contains(Form.STAGE);
    assertThat(kind(InheritsRemaking.class).form()).contains(Form.STAGE);
  }

  @Test
  void aSubclassThatCanNotBeMadeAnewIsRefused() {
    assertThat(kind(Sealed.class).refusal().orElseThrow())
        .contains("ReturnKindTest$Sealed", "Mulligan cannot create", "return a CompletableFuture");
    assertThat(kind(OwnStage.class).refusal().orElseThrow()).contains("Mulligan cannot create");
  }

  @Test
  void aPlainFutureIsRefused() {
    for (Class<?> type : List.of(Future.class, ScheduledFuture.class, ForkJoinTask.class)) {
      assertThat(kind(type).form()).isEmpty();
      assertThat(kind(type).refusal().orElseThrow())
          .contains(type.getName(), "has no completion callback");
    }
  }

  @Test
  void typesOfUnknownLibrariesAreRefusedByTheirName() {
    assertThat(kind("()Lio/vertx/core/Future;").refusal()).isPresent();
    assertThat(kind("()Lorg/reactivestreams/Publisher;").refusal()).isPresent();
  }

  @Test
  void aFunctionThatIsGivenAContinuationSuspends() {
    assertThat(kind("(JLkotlin/coroutines/Continuation;)Ljava/lang/Object;").form())
        .contains(Form.SUSPEND);
    assertThat(kind("(Lkotlin/coroutines/Continuation;)Ljava/lang/String;").form()).isEmpty();
  }

  private static ReturnKind kind(Class<?> type) {
    return kind("()L" + type.getName().replace('.', '/') + ";");
  }

  private static ReturnKind kind(String descriptor) {
    MethodFacts method = new MethodFacts("m", 0, List.of(descriptor), List.of(), List.of());
    return ReturnKind.of(method, ReturnKindTest::facts);
  }

  private static Optional<ClassFacts> facts(String className) {
    String resource = className.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(ClassFactsReader.read(in.readAllBytes(), Origin.APPLICATION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which of their subtypes can't be guarded, and whose results are judged later. */
  @Test
  void everyTypeThatIsRetriedIsKnownToGuardsAndToCheck() throws IOException {
    Path sources = Path.of("src/main/java/dev/mulligan");
    String guards = Files.readString(sources.resolve("match/Guardable.java"));
    String check = Files.readString(sources.resolve("cli/check/PropertyWarnings.java"));

    for (String type : ReturnKind.retriedTypes()) {
      Form form = kind("()L" + type.replace('.', '/') + ";").form().orElseThrow();
      assertThat(guards).contains('"' + type + '"');
      assertThat(check.contains('"' + type + '"')).as(type).isEqualTo(form.hasValue());
    }
  }

  @Test
  void everyTypeThatIsRetriedIsDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/async.md"));
    String table = page.substring(0, page.indexOf("\n## "));
    int others = page.indexOf("types of other libraries:");
    String refused = page.substring(others, page.indexOf("\n## ", others));

    assertThat(ReturnKind.retriedTypes())
        .allSatisfy(
            type -> {
              String name = "`" + type.substring(type.lastIndexOf('.') + 1) + "`";
              assertThat(table).contains(name);
              assertThat(refused).doesNotContain(name);
            });
  }
}

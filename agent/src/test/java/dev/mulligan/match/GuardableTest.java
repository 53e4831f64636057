package dev.mulligan.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ElementTypes;
import dev.mulligan.match.facts.MethodFacts;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which methods can have what their rules put around the retry. */
class GuardableTest {

  private static final String ANY = "Ljava/lang/Object;";
  private static final String RX = "io.reactivex.rxjava3.core.";
  private static final MethodFacts RATE = method("rate", 0, "(Ljava/lang/String;I)J");
  private static final MethodFacts CACHED = method("cached", 0, "(Ljava/lang/String;I)J");
  private static final MethodFacts CACHED_INT = method("cached", 0, "(I)J");

  private static MethodFacts method(String name, int access, String descriptor) {
    return new MethodFacts(name, access, List.of(descriptor), List.of(), List.of());
  }

  private static Optional<String> refusal(
      MethodFacts method, Fallback fallback, MethodFacts... others) {
    GuardSettings settings =
        new GuardSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), fallback);
    ClassFacts facts =
        new ClassFacts(
            "com.acme.Rates", Origin.APPLICATION, 0, Optional.empty(), List.of(), List.of(others));
    return Guardable.refusal(facts, method, settings, GuardableTest::find);
  }

  /** A class of the application that is a future of another library's kind. */
  private static Optional<ClassFacts> find(String name) {
    return name.equals("com.acme.Reply")
        ? Optional.of(
            new ClassFacts(
                name,
                Origin.APPLICATION,
                0,
                Optional.of("java.lang.Object"),
                List.of("org.reactivestreams.Publisher"),
                List.of()))
        : Optional.empty();
  }

  private static Fallback value(@Nullable Object literal) {
    return new Fallback.Value(literal);
  }

  @Test
  void takesAMethodOfTheSameParametersAndReturnType() {
    assertThat(refusal(RATE, new Fallback.Method("cached"), RATE, CACHED_INT, CACHED)).isEmpty();
  }

  @Test
  void saysWhatWasLookedForAndWhatIsThere() {
    assertThat(refusal(RATE, new Fallback.Method("cached"), RATE, CACHED_INT))
        .contains(
            "its fallback must be 'long cached(java.lang.String, int)' of com.acme.Rates, but there"
                + " is 'long cached(int)'");
    assertThat(refusal(RATE, new Fallback.Method("cahced"), RATE, CACHED))
        .contains(
            "its fallback must be 'long cahced(java.lang.String, int)' of com.acme.Rates, but there"
                + " is no method of that name");
  }

  @Test
  void aStaticMethodNeedsAStaticFallback() {
    MethodFacts rate = method("rate", Modifier.STATIC, "()V");
    MethodFacts ofObjects = method("other", 0, "()V");
    assertThat(refusal(rate, new Fallback.Method("other"), ofObjects).orElseThrow())
        .contains("'static void other()'")
        .endsWith("'void other()', which is not static");
    assertThat(refusal(ofObjects, new Fallback.Method("rate"), rate)).isEmpty();
  }

  @Test
  void noMethodIsItsOwnFallback() {
    assertThat(refusal(RATE, new Fallback.Method("rate"), RATE))
        .contains("it would be its own fallback: exclude it from its rule");
  }

  @Test
  void aValueMustBeOfTheReturnType() {
    assertThat(refusal(RATE, value(7L))).isEmpty();
    assertThat(refusal(RATE, value("7")).orElseThrow())
        .startsWith("it returns long, but its rule's fallback value is the text \"7\"");
    assertThat(refusal(RATE, value(null)).orElseThrow()).contains("is null");
  }

  @Test
  void convertsAValueToTheReturnType() {
    assertThat(result("B", 7L)).isEqualTo((byte) 7);
    assertThat(result("S", 7L)).isEqualTo((short) 7);
    assertThat(result("I", -7L)).isEqualTo(-7);
    assertThat(result("F", 1.5)).isEqualTo(1.5f);
    assertThat(result("D", 7L)).isEqualTo(7.0);
    assertThat(result("C", "x")).isEqualTo('x');
    assertThat(result("Z", true)).isEqualTo(true);
    assertThat(result("Ljava/lang/Integer;", 7L)).isEqualTo(7);
    assertThat(result("Ljava/lang/CharSequence;", "x")).isEqualTo("x");
    assertThat(result("Ljava/lang/Object;", "x")).isEqualTo("x");
    assertThat(result("V", null)).isNull();
    assertThat(result("[I", null)).isNull();
    assertThat(result("Lcom/acme/Rate;", null)).isNull();
  }

  @Test
  void refusesAValueThatWouldNotBeTheSameThere() {
    assertMisfit("B", 128L);
    assertMisfit("I", 1L << 31);
    assertMisfit("I", 1.5);
    assertMisfit("J", 1.5);
    assertMisfit("C", "xy");
    assertMisfit("Z", "true");
    assertMisfit("V", 1L);
    assertMisfit("Ljava/lang/String;", 1L);
    assertMisfit("Lcom/acme/Rate;", "x");
    assertMisfit("Z", null);
  }

  private static @Nullable Object result(String returned, @Nullable Object literal) {
    return FallbackValues.resultOf(method("m", 0, "()" + returned), literal);
  }

  private static void assertMisfit(String returned, @Nullable Object literal) {
    assertThatThrownBy(() -> result(returned, literal))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMethodsThatReturnBeforeTheyAreDone() {
    for (String returned :
        List.of("java.util.concurrent.Future", "io.smallrye.mutiny.Uni", "com.acme.Reply")) {
      String descriptor = "()L" + returned.replace('.', '/') + ";";
      assertThat(refusal(method("later", 0, descriptor), value(null)).orElseThrow())
          .startsWith("it returns " + returned + " and is asynchronous");
    }
    assertThat(refusal(method("now", 0, "()Lcom/acme/Unknown;"), value(null))).isEmpty();
  }

  @Test
  void aValueMustFitWhatTheFutureIsOf() {
    assertThat(refusal(ofFuture("java.lang.Integer"), value(7L))).isEmpty();
    assertThat(refusal(ofFuture("java.lang.Object"), value(7L))).isEmpty();
    assertThat(refusal(ofFuture("com.acme.Rate"), value(null))).isEmpty();
    assertThat(refusal(ofFuture("java.lang.Integer"), value("7")).orElseThrow())
        .startsWith("it returns a future of java.lang.Integer, but its rule's fallback value is");
    assertThat(FallbackValues.resultOf(ofFuture("java.lang.Integer"), 7L)).isEqualTo(7);
  }

  private static MethodFacts ofFuture(String element) {
    return later("java.util.concurrent.CompletableFuture", element);
  }

  private static MethodFacts later(String type, String element) {
    String descriptor = "()L" + type.replace('.', '/') + ";";
    return new MethodFacts(
        "later", 0, List.of(descriptor), List.of(), List.of(), element, List.of());
  }

  @Test
  void aValueMustFitWhatASubscriberGets() {
    for (String type :
        List.of(
            "reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux",
            RX + "Maybe",
            RX + "Observable",
            RX + "Flowable")) {
      assertThat(refusal(later(type, "java.lang.Integer"), value(7L))).isEmpty();
      assertThat(refusal(later(type, "java.lang.Integer"), value(null))).isEmpty();
      assertThat(refusal(later(type, "java.lang.Integer"), value("7"))).isNotEmpty();
    }
    assertThat(refusal(later(RX + "Flowable", "java.lang.Integer"), value("7")).orElseThrow())
        .startsWith("it returns a Flowable of java.lang.Integer, but its rule's fallback value is");
  }

  @Test
  void aValueMustBeOfWhatASuspendFunctionComesTo() {
    MethodFacts suspends =
        new MethodFacts(
            "suspends",
            0,
            List.of("(ILkotlin/coroutines/Continuation;)Ljava/lang/Object;"),
            List.of(),
            List.of(),
            "java.lang.Integer",
            List.of());
    assertThat(refusal(suspends, value(7L))).isEmpty();
    assertThat(refusal(suspends, value(null))).isEmpty();
    assertThat(refusal(suspends, value("7")).orElseThrow())
        .startsWith("it returns java.lang.Integer, but its rule's fallback value is the text");
  }

  @Test
  void readsWhatASuspendFunctionComesToFromItsSignature() {
    assertThat(ElementTypes.of("(JLkotlin/coroutines/Continuation<-Ljava/lang/String;>;)" + ANY))
        .isEqualTo("java.lang.String");
    assertThat(
            ElementTypes.of(
                "(Lkotlin/coroutines/Continuation<-Ljava/util/List<Ljava/lang/String;>;>;)" + ANY))
        .isEqualTo("java.util.List");
    assertThat(ElementTypes.of("(Lkotlin/coroutines/Continuation<-Lkotlin/Unit;>;)" + ANY))
        .isEqualTo("kotlin.Unit");
    assertThat(ElementTypes.of("<T:" + ANY + ">(Lkotlin/coroutines/Continuation<-TT;>;)" + ANY))
        .isEqualTo("java.lang.Object");
    assertThat(ElementTypes.of("(Ljava/util/List<Ljava/lang/String;>;)" + ANY))
        .isEqualTo("java.lang.Object");
  }

  @Test
  void aSingleHasAValueAndACompletableHasNone() {
    assertThat(refusal(later(RX + "Single", "java.lang.String"), value("x"))).isEmpty();
    assertThat(refusal(later(RX + "Single", "java.lang.String"), value(null)).orElseThrow())
        .startsWith(
            "it returns a Single of java.lang.String, but its rule's fallback value is null");
    assertThat(refusal(later(RX + "Completable", "java.lang.Object"), value(null))).isEmpty();
    assertThat(refusal(later(RX + "Completable", "java.lang.Object"), value("x")).orElseThrow())
        .startsWith("it returns " + RX + "Completable, but its rule's fallback value is the text");
  }

  @Test
  void readsWhatAFutureIsOfFromItsSignature() {
    assertThat(ElementTypes.of("()LFuture<Ljava/lang/String;>;")).isEqualTo("java.lang.String");
    assertThat(ElementTypes.of("()LFuture<Ljava/util/List<Ljava/lang/String;>;>;"))
        .isEqualTo("java.util.List");
    assertThat(ElementTypes.of("()LFuture<+Ljava/lang/Number;>;")).isEqualTo("java.lang.Number");
    assertThat(ElementTypes.of("()LFuture<[I>;")).isEqualTo("int[]");
    for (String open :
        List.of(
            "()LFuture<TT;>;",
            "()LFuture<*>;",
            "()LFuture<-Ljava/lang/String;>;",
            "()LFuture<[TT;>;",
            "()LMap<Ljava/lang/String;Ljava/lang/Long;>;",
            "(TT;)V")) {
      assertThat(ElementTypes.of(open)).isEqualTo("java.lang.Object");
    }
  }
}

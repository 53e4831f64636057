package dev.mulligan.weave.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.gate.Gate;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.rewrite.Advised.Arguments;
import dev.mulligan.weave.rewrite.Advised.Context;
import dev.mulligan.weave.rewrite.Advised.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What woven code makes of the gate's answers. */
class GuardedWeavingTest {

  /** Woven by the tests. */
  public static class Rates {
    private int calls;

    public long rate(String currency, long amount, double factor) {
      currency = "spoilt";
      amount = -1;
      factor = -1;
      throw new IllegalStateException("call " + ++calls + currency + amount + factor);
    }

    @SuppressWarnings("UnusedMethod")
    private long cached(String currency, long amount, double factor) {
      return currency.equals("EUR") ? amount * (long) factor : -1;
    }

    public String name() {
      calls++;
      return "own " + calls;
    }

    @SuppressWarnings("UnusedMethod")
    private static String noName() {
      throw new IllegalArgumentException("no name either");
    }

    @SuppressWarnings("DoNotCallSuggester")
    public static void nothing(int value) {
      throw new IllegalStateException("no " + value);
    }

    public CompletableFuture<String> later(String key) {
      String given = key;
      key = "spoilt";
      return CompletableFuture.completedFuture(given + ++calls);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private static void stillNothing(int value) {}
  }

  /** Answers what it is told, one after the other. */
  private static final class Script extends Gate {
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();

    @Override
    protected @Nullable Object onInstead(
        Class<?> owner,
        @Nullable Object self,
        @Nullable Object returned,
        MethodHandle again,
        @Nullable Object[] arguments) {
      events.add("instead " + arguments[0] + again.type().parameterCount() + (returned == null));
      return next();
    }

    private @Nullable Object next() {
      Object answer = answers.isEmpty() ? "null" : answers.remove();
      return answer.equals("null") ? null : answer.equals("this") ? this : answer;
    }

    @Override
    protected @Nullable Object onEntered(int method, @Nullable Object self) {
      events.add("entered");
      return next();
    }

    @Override
    protected @Nullable Object onThrown(
        int method,
        @Nullable Object self,
        Throwable thrown,
        @Nullable Object @Nullable [] arguments) {
      events.add("threw " + thrown.getMessage());
      return next();
    }

    @Override
    protected @Nullable Object onReturned(
        int method,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Object @Nullable [] arguments) {
      events.add("returned " + result);
      return next();
    }

    @Override
    public void leave() {}
  }

  private final Script gate = new Script();

  @BeforeEach
  void openTheGate() {
    Gate.handler = gate;
  }

  @AfterEach
  @SuppressWarnings("NullAway")
  void closeTheGate() {
    Gate.handler = null;
  }

  private void answers(Object... answers) {
    gate.answers.addAll(List.of(answers));
  }

  @Test
  void aFutureIsReturnedAsItIsWhereTheGateHasNothingToSay() throws Exception {
    assertThat((Object) later().join()).isEqualTo("x1");
    assertThat(gate.events).hasSize(2).first().isEqualTo("entered");
  }

  @Test
  void anotherFutureIsReturnedWhereTheBodyIsNotToRunNow() throws Exception {
    CompletableFuture<String> promised = new CompletableFuture<>();
    answers(new Object[] {gate}, promised);
    assertThat(later()).isSameAs(promised);
    assertThat(gate.events).containsExactly("entered", "instead x2true");
  }

  @Test
  void theBodyRunsWhereThereIsNothingToReturnInsteadOfIt() throws Exception {
    answers(new Object[] {gate}, "null");
    assertThat((Object) later().join()).isEqualTo("x1");
  }

  @Test
  void anotherFutureTakesThePlaceOfTheBodysAndSeesTheArgumentsAsTheyWere() throws Exception {
    CompletableFuture<String> promised = new CompletableFuture<>();
    answers("this", "this", promised);
    assertThat(later()).isSameAs(promised);
    assertThat(gate.events).last().isEqualTo("instead x2false");
  }

  private CompletableFuture<?> later() throws Exception {
    return (CompletableFuture<?>)
        Objects.requireNonNull(call("later", Kind.ASYNC_GUARDED, "", "x"));
  }

  @Test
  void behavesLikeTheOriginalWhereTheGateHasNothingToSay() throws Exception {
    assertThat(call("name", Kind.GUARDED, "")).isEqualTo("own 1");
    assertThat(gate.events).containsExactly("entered", "returned null");
  }

  @Test
  void showsTheResultWhereItIsJudged() throws Exception {
    answers("this", "this");
    assertThat(call("name", Kind.GUARDED_RESULT, "")).isEqualTo("own 2");
    assertThat(gate.events).containsExactly("entered", "returned own 1", "returned own 2");
  }

  @Test
  void leavesTheBodyOutAndThrowsWhatTheGateSays() {
    answers(new RejectedExecutionException("open"));
    assertThatThrownBy(() -> call("name", Kind.GUARDED, "")).hasMessage("open");
    assertThat(gate.events).containsExactly("entered");
  }

  @Test
  void leavesTheBodyOutAndReturnsWhatTheGateSays() throws Exception {
    answers((Object) new Object[] {7L});
    assertThat(call("rate", Kind.GUARDED, "", "EUR", 2L, 3.0)).isEqualTo(7L);
    answers((Object) new @Nullable Object[] {null});
    assertThat(call("name", Kind.GUARDED, "")).isNull();
  }

  @Test
  void throwsAnotherExceptionInsteadOfTheBodys() {
    answers("this", new IllegalArgumentException("instead"));
    assertThatThrownBy(() -> call("rate", Kind.GUARDED, "", "EUR", 2L, 3.0)).hasMessage("instead");
  }

  @Test
  void returnsInsteadOfThrowing() throws Exception {
    answers("this", "this", new Object[] {8L});
    assertThat(call("rate", Kind.GUARDED, "", "EUR", 2L, 3.0)).isEqualTo(8L);
    assertThat(gate.events)
        .containsExactly("entered", "threw call 1spoilt-1-1.0", "threw call 2spoilt-1-1.0");
  }

  @Test
  void returnsNothingInsteadOfThrowing() throws Exception {
    answers("this", new @Nullable Object[] {null});
    assertThat(call("nothing", Kind.GUARDED, "", 1)).isNull();
  }

  @Test
  void callsThePrivateFallbackMethodWithTheOriginalArguments() throws Exception {
    answers("this", new Throwable[0]);
    assertThat(call("rate", Kind.GUARDED, "cached", "EUR", 2L, 3.0)).isEqualTo(6L);
  }

  @Test
  void callsTheFallbackMethodInsteadOfABodyThatIsLeftOut() throws Exception {
    answers((Object) new Throwable[] {new RejectedExecutionException("open")});
    assertThat(call("rate", Kind.GUARDED, "cached", "EUR", 2L, 3.0)).isEqualTo(6L);
    assertThat(gate.events).containsExactly("entered");
  }

  @Test
  void callsAStaticFallbackMethodAndLetsItsExceptionThrough() {
    answers("this", new Throwable[0]);
    assertThatThrownBy(() -> call("name", Kind.GUARDED, "noName"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no name either")
        .satisfies(
            thrown -> assertThat(thrown.getStackTrace()[1].getMethodName()).isEqualTo("name"));
  }

  @Test
  void callsAFallbackMethodThatReturnsNothing() throws Exception {
    answers("this", new Throwable[0]);
    assertThat(call("nothing", Kind.GUARDED, "stillNothing", 1)).isNull();
  }

  /** While a reload is under way the code may be older than what the gate answers. */
  @Test
  void keepsTheFailureWhereNoFallbackMethodIsWoven() {
    answers("this", new Throwable[0]);
    assertThatThrownBy(() -> call("rate", Kind.GUARDED, "", "EUR", 2L, 3.0))
        .hasMessage("call 1spoilt-1-1.0");
    answers((Object) new Throwable[] {new RejectedExecutionException("open")});
    assertThatThrownBy(() -> call("rate", Kind.GUARDED, "", "EUR", 2L, 3.0)).hasMessage("open");
  }

  private static @Nullable Object call(String name, Kind kind, String fallback, Object... arguments)
      throws Exception {
    Class<?> type = woven(name, kind, fallback);
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) {
        try {
          return method.invoke(type.getConstructor().newInstance(), arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) Objects.requireNonNull(e.getCause());
        }
      }
    }
    throw new AssertionError("no method " + name);
  }

  private static Class<?> woven(String method, Kind kind, String fallback) throws IOException {
    String name = Rates.class.getName();
    ClassLoader parent = Rates.class.getClassLoader();
    byte[] original;
    try (InputStream in = parent.getResourceAsStream(name.replace('.', '/') + ".class")) {
      original = Objects.requireNonNull(in).readAllBytes();
    }
    ClassFacts facts = ClassFactsReader.read(original, Origin.APPLICATION);
    Advised advised =
        new Advised(
            7,
            find(facts, method).orElseThrow(),
            kind,
            Context.NOT_QUERYABLE,
            find(facts, fallback),
            Arguments.OMITTED);
    byte[] woven =
        Weaver.create()
            .weave(name, original, List.of(advised), ClassFileLocator.ForClassLoader.of(parent));
    return new ClassLoader(parent) {
      Class<?> define() {
        return defineClass(name, woven, 0, woven.length);
      }
    }.define();
  }

  private static Optional<MethodFacts> find(ClassFacts facts, String method) {
    return facts.methods().stream().filter(each -> each.name().equals(method)).findFirst();
  }
}

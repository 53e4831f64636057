package dev.mulligan.weave.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.gate.Gate;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.rewrite.Advised.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeaverTest {

  /** Woven by the tests. Fails until its third attempt and spoils its arguments as it goes. */
  public static class Flaky {
    private int attempts;

    public String work(String text, int number, long wide, double wider) {
      text = text + number;
      wide++;
      wider++;
      number++;
      if (++attempts < 3) {
        throw new IllegalStateException(text);
      }
      return text + "," + number + "," + wide + "," + wider;
    }

    @SuppressWarnings("DoNotCallSuggester")
    public static long always(long value) {
      throw new IllegalArgumentException("no " + value);
    }

    public String insert(long wide, java.sql.Connection connection, int number) {
      connection = null;
      throw new IllegalStateException(number + " " + connection);
    }

    public int fine(int value) {
      return value;
    }

    public @Nullable Object echo(@Nullable Object value) {
      return value;
    }
  }

  private static final class Recorder extends Gate {
    private final List<String> events = new ArrayList<>();
    private final List<List<Object>> arguments = new ArrayList<>();
    private int again;
    private long suspected = Long.MAX_VALUE;

    @Override
    protected Runnable onRunning(int method, @Nullable Object self) {
      events.add(method + " runs");
      return () -> events.add(method + " is left");
    }

    @Override
    protected void onFailedWith(int method, @Nullable Object self, @Nullable Object argument) {
      events.add(method + " failed with " + argument);
    }

    @Override
    protected @Nullable Object onThrown(
        int method,
        @Nullable Object self,
        Throwable thrown,
        @Nullable Object @Nullable [] arguments) {
      note(arguments);
      events.add(method + " threw " + thrown.getMessage());
      return again-- > 0 ? this : null;
    }

    @Override
    protected @Nullable Object onReturned(
        int method,
        @Nullable Object self,
        @Nullable Object result,
        @Nullable Object @Nullable [] arguments) {
      note(arguments);
      events.add(method + " returned " + result);
      return null;
    }

    private void note(@Nullable Object @Nullable [] given) {
      if (given != null) {
        arguments.add(List.of(given));
      }
    }

    @Override
    protected boolean onWhole(int method, @Nullable Object self, long result) {
      return result == suspected;
    }

    @Override
    public void leave() {}
  }

  private final Recorder gate = new Recorder();

  @BeforeEach
  void openTheGate() {
    Gate.handler = gate;
  }

  @AfterEach
  @SuppressWarnings("NullAway")
  void closeTheGate() {
    Gate.handler = null;
    Gate.counting = null;
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWN", "FAILURE", "RESULT", "NULL_RESULT"})
  void repeatsTheBodyWithItsOriginalArguments(Advised.Kind kind) throws Exception {
    gate.again = 2;
    assertThat(invoke(woven("work", kind), "work", "x", 1, 2L, 3.0)).isEqualTo("x1,2,3,4.0");
    assertThat(gate.events).startsWith("7 threw x1", "7 threw x1").hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUSPEND")
  void throwsTheMethodsOwnExceptionWhenTheGateSaysNo(Advised.Kind kind) throws Exception {
    Class<?> type = woven("always", kind);
    assertThatThrownBy(() -> invoke(type, "always", 5L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no 5")
        .satisfies(
            thrown -> assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("always"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WHOLE_RESULT", "SUSPEND"})
  @SuppressWarnings("NullAway")
  void behavesLikeTheOriginalWithoutAHandler(Advised.Kind kind) throws Exception {
    Gate.handler = null;
    assertThatThrownBy(() -> invoke(woven("work", kind), "work", "x", 1, 2L, 3.0)).hasMessage("x1");
    assertThat(invoke(woven("fine", kind), "fine", 4)).isEqualTo(4);
  }

  @Test
  void asksTheGateNothingWhenAllIsWell() throws Exception {
    assertThat(invoke(woven("fine", Advised.Kind.THROWN), "fine", 4)).isEqualTo(4);
    assertThat(gate.events).isEmpty();
  }

  @Test
  void reportsSuccessesWhileTheyAreCountedButNotWhereTheAgentUsesTheMethod() throws Exception {
    Gate.counting = true;
    invoke(woven("fine", Advised.Kind.FAILURE), "fine", 4);
    assertThat(gate.events).isEmpty();
    invoke(woven("fine", Advised.Kind.THROWN), "fine", 4);
    assertThat(gate.events).containsExactly("7 returned null");
  }

  @Test
  void reportsThatALaterAttemptSucceededWhereTheAgentUsesTheMethodToo() throws Exception {
    gate.again = 2;
    invoke(woven("work", Advised.Kind.FAILURE), "work", "x", 1, 2L, 3.0);
    assertThat(gate.events).containsExactly("7 threw x1", "7 threw x1", "7 returned null");
  }

  @Test
  void showsResultsToTheGateWhereARuleJudgesThem() throws Exception {
    assertThat(invoke(woven("fine", Advised.Kind.RESULT), "fine", 4)).isEqualTo(4);
    assertThat(gate.events).containsExactly("7 returned 4");
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWN", "RESULT", "NULL_RESULT"})
  void tellsTheGateOnceOfACallThatTheApplicationMayAskAbout(Advised.Kind kind) throws Exception {
    gate.again = 2;
    Class<?> type = woven("work", kind, Advised.Context.QUERYABLE);
    assertThat(invoke(type, "work", "x", 1, 2L, 3.0)).isEqualTo("x1,2,3,4.0");
    assertThat(gate.events)
        .startsWith("7 runs", "7 threw x1", "7 threw x1")
        .endsWith("7 is left")
        .hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUSPEND")
  void tellsTheGateOfItsEndByAnExceptionToo(Advised.Kind kind) throws Exception {
    Class<?> type = woven("always", kind, Advised.Context.QUERYABLE);
    assertThatThrownBy(() -> invoke(type, "always", 5L)).hasMessage("no 5");
    assertThat(gate.events).containsExactly("7 runs", "7 threw no 5", "7 is left");
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWN", "RESULT"})
  void showsTheGateTheConnectionThatEachFailedAttemptWasGiven(Advised.Kind kind) throws Exception {
    gate.again = 1;
    java.sql.Connection connection =
        (java.sql.Connection)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {java.sql.Connection.class},
                (proxy, method, arguments) -> "the connection");
    Class<?> type = woven("insert", kind);
    assertThatThrownBy(() -> invoke(type, "insert", 1L, connection, 2)).hasMessage("2 null");
    assertThat(gate.events)
        .containsExactly(
            "7 failed with the connection",
            "7 threw 2 null",
            "7 failed with the connection",
            "7 threw 2 null");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ASYNC", "ASYNC_GUARDED", "SUSPEND", "WHOLE_RESULT"})
  void handsOverTheArgumentsAsTheyWereWhereTheRuleWantsToKnowThem(Advised.Kind kind)
      throws Exception {
    Class<?> type = woven("work", kind, Advised.Context.NOT_QUERYABLE, Arguments.ALWAYS);
    assertThatThrownBy(() -> invoke(type, "work", "x", 1, 2L, 3.0)).hasMessage("x1");
    assertThat(gate.arguments).containsExactly(List.of("x", 1, 2L, 3.0));
  }

  @Test
  void handsOverTheArgumentsOfAStaticMethodWithAResultThatIsJudged() throws Exception {
    Class<?> type =
        woven("always", Advised.Kind.WHOLE_RESULT, Advised.Context.NOT_QUERYABLE, Arguments.ALWAYS);
    assertThatThrownBy(() -> invoke(type, "always", 5L)).hasMessage("no 5");
    assertThat(gate.arguments).containsExactly(List.of(5L));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUSPEND")
  void keepsTheArgumentsToItselfOtherwise(Advised.Kind kind) throws Exception {
    Class<?> type = woven("always", kind);
    assertThatThrownBy(() -> invoke(type, "always", 5L)).hasMessage("no 5");
    assertThat(gate.arguments).isEmpty();
  }

  @Test
  void showsTheGateNoResultButNullWhereOnlyNullIsJudged() throws Exception {
    Class<?> type = woven("echo", Advised.Kind.NULL_RESULT);
    assertThat(invoke(type, "echo", "text")).isEqualTo("text");
    assertThat(gate.events).isEmpty();
    assertThat(invoke(type, "echo", (Object) null)).isNull();
    assertThat(gate.events).containsExactly("7 returned null");
  }

  @Test
  void showsTheGateAWholeNumberOnlyUnderSuspicion() throws Exception {
    Class<?> type = woven("fine", Advised.Kind.WHOLE_RESULT);
    gate.suspected = 5;
    assertThat(invoke(type, "fine", 4)).isEqualTo(4);
    assertThat(gate.events).isEmpty();
    assertThat(invoke(type, "fine", 5)).isEqualTo(5);
    assertThat(gate.events).containsExactly("7 returned 5");
  }

  @ParameterizedTest
  @EnumSource(names = {"THROWN", "RESULT", "GUARDED", "ASYNC"})
  void aWeaverKeepsNothingOfTheClassBefore(Advised.Kind kind) throws Exception {
    Advised before =
        new Advised(
            3,
            facts("work"),
            kind,
            Advised.Context.QUERYABLE,
            Optional.of(facts("work")),
            Arguments.ALWAYS);
    Advised after = new Advised(4, facts("work"), kind);
    Weaver used = Weaver.create();
    weave(used, before);

    assertThat(weave(used, after)).isEqualTo(weave(Weaver.create(), after));
  }

  private static @Nullable Object invoke(Class<?> type, String name, @Nullable Object... arguments)
      throws Exception {
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

  private static Class<?> woven(String method, Advised.Kind kind) throws IOException {
    return woven(method, kind, Advised.Context.NOT_QUERYABLE);
  }

  private static Class<?> woven(String method, Advised.Kind kind, Advised.Context context)
      throws IOException {
    return woven(method, kind, context, Arguments.OMITTED);
  }

  private static Class<?> woven(
      String method, Advised.Kind kind, Advised.Context context, Arguments arguments)
      throws IOException {
    byte[] woven =
        weave(
            Weaver.create(),
            new Advised(7, facts(method), kind, context, Optional.empty(), arguments));
    return new ClassLoader(Flaky.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(Flaky.class.getName(), woven, 0, woven.length);
      }
    }.define();
  }

  private static MethodFacts facts(String method) throws IOException {
    return ClassFactsReader.read(original(), Origin.APPLICATION).methods().stream()
        .filter(candidate -> candidate.name().equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] original() throws IOException {
    String file = Flaky.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Flaky.class.getClassLoader().getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static byte[] weave(Weaver weaver, Advised method) throws IOException {
    return weaver.weave(
        Flaky.class.getName(),
        original(),
        List.of(method),
        ClassFileLocator.ForClassLoader.of(Flaky.class.getClassLoader()));
  }
}

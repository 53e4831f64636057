package dev.mulligan.retry.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.mulligan.retry.Answers;
import dev.mulligan.retry.builtin.WellKnownClients;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.inspect.Lookups;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJudgeTest {

  private static final ValueTest BUSY =
      new ValueTest.In(List.of(new ValueTest.Is(429L), new ValueTest.Range(500, 599)));
  private static final ResultCondition IS_NULL = new ResultCondition.Value(new ValueTest.Is(null));

  @Test
  void suspectsNullWhereNullFits() {
    assertThat(judge(IS_NULL).suspects(null)).isTrue();
    assertThat(judge(IS_NULL).suspects("text")).isFalse();
    assertThat(judge(IS_NULL).suspectsNullOnly()).isTrue();
    assertThat(judge(property("statusCode", BUSY)).suspects(null)).isFalse();
    assertThat(judge(property("statusCode", BUSY)).suspectsNullOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "getter", "flag", "state", "text", "next.number"})
  void knowsAPropertyThatIsReadOftenAsExactlyAsTheConditionDoes(String name) {
    for (ValueTest test : List.of(BUSY, is(true), is("OK"), is("SECONDS"), is(null))) {
      ResultCondition condition = property(name, test);
      ResultJudge judge = readOften(judge(condition), new Reply(200));
      for (int number : new int[] {200, 429, 500, 599, 600}) {
        Reply reply = new Reply(number);
        assertThat(judge.suspects(reply)).isEqualTo(condition.fits(reply));
      }
    }
  }

  @Test
  void trustsClassesOfWhichNoConditionSpeaks() {
    ResultJudge judge = new ResultJudge(WellKnownClients.retryOnResult(), Lookups.OWN);
    assertThat(judge.suspects("text")).isFalse();
    assertThat(judge.suspects(Optional.of(503))).isFalse();
    assertThat(judge.suspectsAny(String.class)).isFalse();
    assertThat(judge.suspectsAny(Integer.class)).isFalse();
    assertThat(judge.suspectsNull()).isFalse();
  }

  @Test
  void seesTheStatusOfAClientsAnswer() throws Exception {
    ResultJudge judge = new ResultJudge(WellKnownClients.retryOnResult(), Lookups.OWN);
    for (Object good : Answers.returned(200, "1")) {
      readOften(judge, good);
    }
    for (Object bad : Answers.returned(503, "1")) {
      assertThat(judge.suspects(bad)).as(bad.getClass().getName()).isTrue();
    }
  }

  @Test
  void suspectsWhatHasAPropertyThatThrows() {
    ResultJudge judge = readOften(judge(property("moody", is(true))), new Reply(200));
    assertThat(judge.suspects(new Reply(200))).isTrue();
  }

  @Test
  void letsGoOfAPropertyThatIsNotThereWhenThatHasBeenSaidOftenEnough() {
    ResultJudge judge = judge(property("statusCode", BUSY));
    assertThat(judge.suspects(new Reply(503))).isTrue();
    assertThat(readOften(judge, new Reply(503)).suspects(new Reply(503))).isFalse();
  }

  @Test
  void tellsMoreClassesApartThanItRemembers() {
    ResultJudge judge = judge(new ResultCondition.Value(is("x")));
    for (int round = 0; round < 3; round++) {
      for (Object each : new Object[] {"x", 'x', 1, 2L, 3.0, new Object(), Optional.empty()}) {
        assertThat(judge.suspects(each)).isEqualTo("x".equals(String.valueOf(each)));
      }
    }
  }

  @Test
  void suspectsWhatIsComparedWithTheWrongLiteralSoThatItIsSaid() {
    assertThat(judge(new ResultCondition.Value(is("5"))).suspects(5L)).isTrue();
    assertThat(judge(new ResultCondition.Value(is("false"))).suspects(false)).isTrue();
    ResultJudge often = readOften(judge(property("number", is("503"))), new Reply(503));
    assertThat(often.suspects(new Reply(503))).isTrue();
  }

  @Test
  void judgesWholeNumbersWithoutBoxingThem() {
    ResultJudge judge = judge(new ResultCondition.Value(BUSY));
    assertThat(judge.suspects(429L)).isTrue();
    assertThat(judge.suspects(200L)).isFalse();
    assertThat(judge(new ResultCondition.Value(is(false))).suspects(0L)).isFalse();
    assertThat(judge(property("intValue", BUSY)).suspects(200L)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "getter", "flag", "state", "next.number"})
  void allocatesNothingForAGoodResult(String name) {
    ResultJudge judge = readOften(judge(property(name, BUSY), IS_NULL), new Reply(1_000));
    Reply reply = new Reply(1_000);
    judgeOften(judge, reply);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    judgeOften(judge, reply);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).as("bytes in 100,000 calls").isLessThan(10_000);
  }

  private static void judgeOften(ResultJudge judge, Reply reply) {
    for (int i = 0; i < 100_000; i++) {
      if (judge.suspects(reply)) {
        throw new AssertionError("a good result is suspected");
      }
    }
  }

  private static ResultJudge readOften(ResultJudge judge, Object result) {
    for (int i = 0; i < 3 * SeenClass.CHECKS_BEFORE_FUNCTIONS; i++) {
      judge.suspects(result);
    }
    return judge;
  }

  private static ResultJudge judge(ResultCondition... conditions) {
    return new ResultJudge(List.of(conditions), Lookups.OWN);
  }

  @Test
  void aMapThatIsReadOftenIsStillAsked() {
    ResultJudge often = readOften(judge(property("statusCode", BUSY)), Map.of("statusCode", 200));
    assertThat(often.suspects(Map.of("statusCode", 503))).isTrue();
  }

  private static ResultCondition property(String name, ValueTest test) {
    return new ResultCondition.Property(new PropertyTest(name, test));
  }

  private static ValueTest is(@Nullable Object literal) {
    return new ValueTest.Is(literal);
  }

  @SuppressWarnings({"unused", "EffectivelyPrivate", "DoNotCallSuggester"}) // read by name
  private record Reply(int number) {
    public long getGetter() {
      return number;
    }

    public boolean isFlag() {
      return number >= 500;
    }

    public TimeUnit state() {
      return number == 200 ? TimeUnit.DAYS : TimeUnit.SECONDS;
    }

    public @Nullable String getText() {
      return number == 600 ? null : number == 200 ? "OK" : "no";
    }

    public Reply next() {
      return this;
    }

    public boolean isMoody() {
      throw new UnsupportedOperationException();
    }
  }
}

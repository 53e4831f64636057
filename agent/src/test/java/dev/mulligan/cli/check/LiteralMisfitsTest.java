package dev.mulligan.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.condition.ValueTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Literals that a property of a known type can never equal. */
class LiteralMisfitsTest {

  private static List<String> misfits(String type, @Nullable Object literal) {
    return LiteralMisfits.of("'status'", new ValueTest.Is(literal), type, type.endsWith("State"));
  }

  @Test
  void aNumberIsNoText() {
    assertThat(misfits("int", 503L)).isEmpty();
    assertThat(misfits("int", "503"))
        .containsExactly(
            "'status' is of type int, which never equals the text \"503\": write it without"
                + " quotes");
    assertThat(misfits("java.lang.Long", "busy"))
        .singleElement()
        .asString()
        .endsWith("equals the text \"busy\"");
    assertThat(misfits("java.lang.String", 503L))
        .singleElement()
        .asString()
        .endsWith("which never equals 503: put it in quotes");
  }

  @Test
  void aTruthIsNoTextAndNoNumber() {
    assertThat(misfits("boolean", true)).isEmpty();
    assertThat(misfits("boolean", "true")).singleElement().asString().endsWith("without quotes");
    assertThat(misfits("java.lang.Boolean", 1L)).hasSize(1);
  }

  @Test
  void anEnumIsComparedByName() {
    assertThat(misfits("com.acme.State", "OPEN")).isEmpty();
    assertThat(misfits("com.acme.State", 1L)).hasSize(1);
  }

  @Test
  void onlyAPrimitiveIsNeverNull() {
    assertThat(misfits("int", null)).hasSize(1);
    assertThat(misfits("java.lang.Integer", null)).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOpen() {
    assertThat(misfits("java.lang.Object", "x")).isEmpty();
    assertThat(misfits("com.acme.Money", 1L)).isEmpty();
  }

  @Test
  void eachValueOfAListAndEachRangeIsLookedAt() {
    ValueTest any =
        new ValueTest.In(
            List.of(new ValueTest.Is("429"), new ValueTest.Is(503L), new ValueTest.Range(1, 2)));
    assertThat(LiteralMisfits.of("the result", any, "int", false))
        .containsExactly(
            "the result is of type int, which never equals the text \"429\": write it without"
                + " quotes");
    assertThat(LiteralMisfits.of("the result", any, "java.lang.String", false)).hasSize(2);
  }
}

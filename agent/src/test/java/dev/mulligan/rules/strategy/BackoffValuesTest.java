package dev.mulligan.rules.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reader, values and settings handle every back-off type. */
class BackoffValuesTest {

  @Test
  void everyBackOffHasATypeOfItsOwn() {
    assertThat(Backoff.class.getPermittedSubclasses()).hasSameSizeAs(BackoffType.values());
  }

  @ParameterizedTest
  @EnumSource
  void buildsABackOffOfThatTypeWhichGivesTheValuesBack(BackoffType type) {
    BackoffValues values = BackoffValues.defaults(type);

    assertThat(values.build().type()).isEqualTo(type);
    assertThat(BackoffValues.of(values.build(), values.jitter())).isEqualTo(values);
  }

  @ParameterizedTest
  @EnumSource
  void takesTheKeysThatTheBackOffIsMadeOf(BackoffType type) {
    List<String> parts =
        Arrays.stream(BackoffValues.defaults(type).build().getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    assertThat(type.settings()).extracting(Setting::javaName).isEqualTo(parts);
  }

  @ParameterizedTest
  @EnumSource
  void hearsOfEachOfItsKeys(BackoffType type) {
    BackoffValues values = BackoffValues.defaults(type);
    for (Setting setting : type.settings()) {
      BackoffValues changed =
          setting == Setting.MULTIPLIER
              ? values.withMultiplier(3)
              : values.with(setting, Duration.ofSeconds(7));
      assertThat(changed.build()).isNotEqualTo(values.build());
    }
  }
}

package dev.mulligan.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingExceptionTest {

  @Test
  void saysWhatIsWrongInTheNamesOfJavaAndInThoseOfTheRuleFile() {
    SettingException refused =
        catchThrowableOfType(
            SettingException.class, () -> Check.positive(Setting.MAX_DURATION, Duration.ZERO));

    assertThat(refused.setting()).isEqualTo(Setting.MAX_DURATION);
    assertThat(refused.other()).isEmpty();
    assertThat(refused).hasMessage("maxDuration must be more than 0");
    assertThat(refused.message(Setting::key)).isEqualTo("max-duration must be more than 0");
  }

  @Test
  void namesWhatTheValueDoesNotGoTogetherWith() {
    SettingException refused =
        catchThrowableOfType(
            SettingException.class,
            () ->
                Check.require(
                    false, Setting.MAX_ATTEMPTS, ": unlimited needs a ", Setting.MAX_DURATION));

    assertThat(refused.setting()).isEqualTo(Setting.MAX_ATTEMPTS);
    assertThat(refused.other()).contains(Setting.MAX_DURATION);
    assertThat(refused).hasMessage("maxAttempts: unlimited needs a maxDuration");
    assertThat(refused.message(Setting::key))
        .isEqualTo("max-attempts: unlimited needs a max-duration");
  }
}

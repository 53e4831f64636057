package dev.mulligan.notify.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.ProcessInfo;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final ProcessInfo PROCESS =
      new ProcessInfo("com.acme.Main", 4711, "17.0.15 (OpenJDK)", "web-3");
  private static final Message FAILED_CHARGE =
      MessageWriter.write(Notifications.critical(), PROCESS);

  @Test
  void fillsInWhatIsKnownOfACall() {
    assertThat(
            Template.parse(
                    "{{{context.service}}} {operation}: {attempts} × in {elapsed}, {exception},"
                        + " {failure}, {severity}/{urgency}, {rule} on {host}")
                .fill(FAILED_CHARGE))
        .isEqualTo(
            "{payments} com.acme.PaymentGateway.charge(String, long): 2 × in 2.543s,"
                + " java.io.IOException, java.io.IOException: HTTP 503, failure/critical, charge on"
                + " web-3");
  }

  @Test
  void leavesEmptyWhatANotificationDoesNotHave() {
    Message message =
        MessageWriter.write(
            Notifications.of(
                NotificationType.TASK_FAILURE, Alert.taskFailure("nightly", "4", "disk full")),
            PROCESS);

    assertThat(
            Template.parse("[{rule}{context.team}] {field.task_name}: {field.error}").fill(message))
        .isEqualTo("[] nightly: disk full");
  }

  @Test
  void everyPlaceholderHasAValueForACall() {
    for (String name : TemplateValues.NAMES) {
      assertThat(Template.parse("{" + name + "}").fill(FAILED_CHARGE)).as(name).isNotEmpty();
    }
  }

  @Test
  void refusesWhatItDoesNotKnowWithTheNearestName() {
    assertThatThrownBy(() -> Template.parse("{opration}"))
        .hasMessage("there is no {opration}: did you mean {operation}?");
    assertThatThrownBy(() -> Template.parse("{title"))
        .hasMessage("a '{' without its '}'; write {{ for a brace");
    assertThatThrownBy(() -> Template.parse("title}"))
        .hasMessage("a '}' without its '{'; write }} for a brace");
  }

  @Test
  void ofATypeComeBeforeThoseForAll() {
    Templates templates =
        new Templates(
            pair("all: {title}", "everything"),
            Map.of(NotificationType.CRITICAL, title("!\n{rule}")));
    Message message = templates.apply(FAILED_CHARGE);

    assertThat(message.title()).isEqualTo("! charge");
    assertThat(message.text()).isEqualTo("everything");
  }

  private static Templates.Pair pair(String title, String body) {
    return new Templates.Pair(
        Optional.of(Template.parse(title)), Optional.of(Template.parse(body)));
  }

  private static Templates.Pair title(String title) {
    return new Templates.Pair(Optional.of(Template.parse(title)), Optional.empty());
  }
}

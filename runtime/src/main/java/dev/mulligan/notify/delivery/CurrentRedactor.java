package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Notification;
import dev.mulligan.redact.Redactor;
import dev.mulligan.text.Texts;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The redaction of the current rule file. */
final class CurrentRedactor implements UnaryOperator<String> {

  private volatile Redactor redactor = new Redactor(List.of());

  void use(List<Pattern> patterns) {
    redactor = new Redactor(patterns);
  }

  @Override
  public String apply(String text) {
    return redactor.apply(text);
  }

  /** Redacts every text, and removes characters that receivers reject. */
  Notification apply(Notification notification) {
    Redactor current = redactor;
    return notification.mapTexts(
        text -> Texts.clean(current.apply(text)),
        (name, value) -> Texts.clean(current.applyToValue(name, value)));
  }
}

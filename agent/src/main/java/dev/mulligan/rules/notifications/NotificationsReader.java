package dev.mulligan.rules.notifications;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.content.Templates;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.notify.registry.NotificationSettings.Channel;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code notifications} blocks of all files and combines their channels and patterns. */
public final class NotificationsReader {

  private final Problems problems;
  private final Values values;
  private final List<Channel> channels = new ArrayList<>();
  private final List<Pattern> redact = new ArrayList<>();
  private final DeliverySettingsReader delivery;
  private Optional<Field> http = Optional.empty();

  public NotificationsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.delivery = new DeliverySettingsReader(problems);
  }

  public NotificationSettings settings() {
    HttpSettings network =
        http.isEmpty() ? HttpSettings.DEFAULTS : new HttpSettingsReader(problems).read(http.get());
    return new NotificationSettings(channels, redact, network, delivery.settings());
  }

  public void read(Field notifications) {
    Optional<Block> block =
        Block.of(notifications.value(), Keys.NOTIFICATIONS, "'notifications'", problems);
    if (block.isEmpty()) {
      return;
    }
    Optional<Field> written = block.get().fullField("channels");
    if (written.isPresent()) {
      readChannels(written.get());
    }
    Optional<Field> patterns = block.get().fullField("redact");
    if (patterns.isPresent()) {
      readRedact(patterns.get());
    }
    Optional<Field> network = block.get().fullField("http");
    if (network.isPresent()) {
      rememberHttp(network.get());
    }
    delivery.read(block.get());
  }

  private void rememberHttp(Field field) {
    if (http.isPresent()) {
      problems.error(field.keyPlace(), "'http' is set already, at " + http.get().keyPlace());
    }
    http = Optional.of(field);
  }

  private void readChannels(Field field) {
    if (!(field.value() instanceof Sequence sequence)) {
      values.refuse(field, "a list: each channel begins with '- url:'");
      return;
    }
    for (Node item : sequence.items()) {
      Optional<Block> block = Block.of(item, Keys.CHANNEL, "a channel", problems);
      if (block.isPresent()) {
        readChannel(block.get());
      }
    }
  }

  private void readChannel(Block block) {
    Optional<Field> url = block.field("url");
    Set<String> tagged = tags(block);
    Optional<Field> words = block.fullField("templates");
    Templates templates =
        words.isEmpty() ? Templates.NONE : new TemplatesReader(problems).read(words.get());
    if (url.isEmpty()) {
      problems.error(block.place(), "a channel needs a url, such as jsons://host/path");
      return;
    }
    Optional<Scalar> written = values.scalar(url.get(), "a channel's URL");
    if (written.isPresent() && isValid(written.get())) {
      channels.add(new Channel(written.get().text(), tagged, templates));
    }
  }

  /** Reports a URL that is not valid; the messages of the channels contain no secret. */
  private boolean isValid(Scalar url) {
    try {
      Channels.of(url.text());
      return true;
    } catch (IllegalArgumentException e) {
      problems.error(url.place(), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private Set<String> tags(Block block) {
    Optional<Field> field = block.fullField("tags");
    return field.isEmpty()
        ? Set.of()
        : new TagsReader(problems).ofChannel(field.get()).orElse(Set.of());
  }

  private void readRedact(Field field) {
    for (Field element : values.list(field)) {
      Optional<Pattern> pattern = values.regex(element);
      if (pattern.isPresent()) {
        redact.add(pattern.get());
      }
    }
  }
}

package dev.mulligan.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.redact.Redactor;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;
import java.util.Objects;

/** A channel URL is accepted or refused with a message that does not repeat its password. */
public final class ChannelUrlFuzz {

  private static final String SECRET = "hunter2hunter2";
  private static final List<String> SCHEMES =
      List.of(ChannelScheme.values()).stream().flatMap(scheme -> scheme.names().stream()).toList();
  private static final Redactor REDACTOR = new Redactor(List.of());

  private ChannelUrlFuzz() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String scheme = SCHEMES.get(data.consumeInt(0, SCHEMES.size() - 1));
    boolean hasSecret = data.consumeBoolean();
    String rest = data.consumeRemainingAsString();
    if (rest.contains(SECRET)) {
      return; // the fuzzer has learnt it, and may write it where nothing is secret
    }
    String url = scheme + "://" + (hasSecret ? "user:" + SECRET + "@" : "") + rest;
    check(refusal(url));
    check(refusal(rest));
    Objects.requireNonNull(REDACTOR.apply(url));
  }

  private static String refusal(String url) {
    try {
      Channels.of(url).forEach(channel -> check(channel.toString()));
      return "";
    } catch (ChannelUrlException e) {
      return Objects.requireNonNull(e.getMessage());
    }
  }

  private static void check(String shown) {
    if (shown.contains(SECRET)) {
      throw new AssertionError("a secret is shown: " + shown);
    }
  }
}

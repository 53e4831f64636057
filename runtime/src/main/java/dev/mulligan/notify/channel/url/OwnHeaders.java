package dev.mulligan.notify.channel.url;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Validates the {@code +Header=value} entries of a URL, for channels that send them. */
public final class OwnHeaders {

  private static final List<String> HEADERS_OF_HTTP =
      List.of("content-length", "transfer-encoding", "connection");

  private OwnHeaders() {}

  /**
   * @throws ChannelUrlException if HTTP does not allow one of them, or sets it itself
   */
  public static Map<String, String> of(ChannelUrl url) {
    for (Map.Entry<String, String> header : url.headers().entrySet()) {
      if (HEADERS_OF_HTTP.contains(header.getKey().toLowerCase(Locale.ROOT))
          || !isToken(header.getKey())
          || !Arguments.isPrintableAscii(header.getValue())) {
        throw new ChannelUrlException(
            "a +Header of the webhook's URL is not allowed, or has a name or value that HTTP cannot"
                + " carry (printable ASCII only)");
      }
    }
    return url.headers();
  }

  /** Whether the text is a token of RFC 9110 §5.6.2. */
  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (" \"(),/:;<=>?@[\\]{}".indexOf(name.charAt(i)) >= 0) {
        return false;
      }
    }
    return !name.isEmpty() && Arguments.isPrintableAscii(name);
  }
}

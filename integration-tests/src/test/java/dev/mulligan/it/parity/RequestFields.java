package dev.mulligan.it.parity;

import dev.mulligan.it.harness.CapturedRequest;
import dev.mulligan.it.harness.ReceivedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses an HTTP request to fields. */
final class RequestFields {

  /** What the transport needs, and no receiver of a notification looks at. */
  private static final Set<String> TRANSPORT =
      Set.of(
          "accept", "accept-encoding", "connection", "content-length", "host", "proxy-connection");

  private RequestFields() {}

  /** The requests' fields; those of several have the request's number before them. */
  static Fields of(List<CapturedRequest> requests) {
    if (requests.size() == 1) {
      return of(requests.get(0));
    }
    Fields fields = new Fields();
    for (int i = 0; i < requests.size(); i++) {
      fields.putAll((i + 1) + ".", of(requests.get(i)));
    }
    return fields;
  }

  private static Fields of(CapturedRequest captured) {
    ReceivedRequest request = captured.request();
    URI url = captured.url();
    Fields fields = new Fields();
    fields.put("method", request.method());
    fields.put("scheme", captured.scheme());
    fields.put("host", url.getRawAuthority().replaceFirst(":(443|80)$", ""));
    fields.put("path", RunValues.in(url.getRawPath()));
    if (url.getRawQuery() != null) {
      fields.putAll("query.", pairs(url.getRawQuery()));
    }
    request.headers().forEach((name, value) -> header(fields, name, value));
    if (!request.body().isEmpty()) {
      fields.putAll("body.", BodyFields.of(mediaType(request), request.body()));
    }
    return fields;
  }

  /** The pairs of a query or of a form. */
  static Fields pairs(String text) {
    Fields fields = new Fields();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(decoded(parts[0]), parts.length == 2 ? RunValues.in(decoded(parts[1])) : "");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void header(Fields fields, String name, String value) {
    if (name.equals("content-type")) {
      fields.put("header.content-type", mediaType(value));
    } else if (!TRANSPORT.contains(name)) {
      fields.put("header." + name, RunValues.in(value));
    }
  }

  private static String mediaType(ReceivedRequest request) {
    return mediaType(request.header("content-type").orElse(""));
  }

  /** Without {@code charset=utf-8}: it is what every one of these receivers reads. */
  private static String mediaType(String value) {
    return value.toLowerCase(Locale.ROOT).replaceFirst("\\s*;\\s*charset=\"?utf-8\"?$", "");
  }
}

package dev.mulligan.retry.delay;

import dev.mulligan.retry.inspect.Accessors;
import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.inspect.PropertyReader;
import dev.mulligan.retry.inspect.SupertypeNames;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows where the responses and exceptions of well-known HTTP clients keep their headers. Classes
 * are compared by name only, none is loaded.
 */
final class HeaderSources {

  private static final List<Source> ALL =
      List.of(
          new Source("java.net.http.HttpResponse", "headers", "firstValue"),
          new Source("okhttp3.Response", "", "header"),
          new Source("retrofit2.Response", "headers", "get"),
          new Source("retrofit2.HttpException", "response.headers", "get"),
          new Source("org.apache.hc.core5.http.MessageHeaders", "", "getFirstHeader"),
          new Source("org.apache.http.HttpMessage", "", "getFirstHeader"),
          new Source("org.springframework.http.HttpEntity", "headers", "getFirst"),
          new Source("org.springframework.http.HttpMessage", "headers", "getFirst"),
          new Source(
              "org.springframework.web.client.RestClientResponseException",
              "responseHeaders",
              "getFirst"),
          new Source(
              "org.springframework.web.reactive.function.client.WebClientResponseException",
              "headers",
              "getFirst"),
          new Source("feign.Response", "headers", ""),
          new Source("feign.FeignException", "responseHeaders", ""),
          new Source("jakarta.ws.rs.core.Response", "", "getHeaderString"),
          new Source("javax.ws.rs.core.Response", "", "getHeaderString"),
          new Source("jakarta.ws.rs.WebApplicationException", "response", "getHeaderString"),
          new Source("javax.ws.rs.WebApplicationException", "response", "getHeaderString"),
          new Source(
              "software.amazon.awssdk.awscore.exception.AwsServiceException",
              "awsErrorDetails.sdkHttpResponse",
              "firstMatchingHeader"));

  private HeaderSources() {}

  /**
   * @param path from the object to its headers; empty for the object itself
   * @param method takes a header's name; empty if the headers are a Map
   */
  private record Source(String type, String path, String method) {}

  /**
   * Returns the first value of a header.
   *
   * @throws NotHeldException if the client's own code throws
   */
  static Optional<String> find(Object subject, String header) {
    for (Source source : ALL) {
      if (SupertypeNames.isA(subject.getClass(), source.type)) {
        return read(subject, source, header);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> read(Object subject, Source source, String header) {
    Object headers = source.path.isEmpty() ? subject : PropertyReader.read(subject, source.path);
    if (headers == null) {
      return Optional.empty();
    }
    if (headers instanceof Map<?, ?> map) {
      return fromMap(map, header);
    }
    Optional<Member> method = Accessors.lookup(headers, source.method);
    return method.flatMap(found -> text(PropertyReader.get(found, headers, header)));
  }

  private static Optional<String> fromMap(Map<?, ?> headers, String header) {
    for (Map.Entry<?, ?> entry : headers.entrySet()) {
      if (header.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
        return text(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Converts a String, the first element of a collection, the content of an Optional, or the
   * property {@code value} of an object.
   */
  private static Optional<String> text(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(HeaderSources::text);
    }
    if (value instanceof Collection<?> several) {
      return several.stream().findFirst().flatMap(HeaderSources::text);
    }
    return text(PropertyReader.read(value, "value"));
  }
}

package dev.mulligan.retry.builtin;

import static dev.mulligan.retry.builtin.BuiltInConditions.in;
import static dev.mulligan.retry.builtin.BuiltInConditions.is;
import static dev.mulligan.retry.builtin.BuiltInConditions.message;
import static dev.mulligan.retry.builtin.BuiltInConditions.property;
import static dev.mulligan.retry.builtin.BuiltInConditions.range;
import static dev.mulligan.retry.builtin.BuiltInConditions.result;
import static dev.mulligan.retry.builtin.BuiltInConditions.types;
import static dev.mulligan.retry.builtin.BuiltInConditions.wrapping;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import java.util.List;

/**
 * Conditions for what the common HTTP and RPC clients throw and return when another attempt may
 * help. Classes are named, not referenced: no client needs to be on the class path.
 */
public final class WellKnownClients {

  private static final String IO = "java.io.IOException";

  /** The HTTP statuses that are retried: 408, 425, 429 and 5xx. */
  private static final ValueTest TRANSIENT_STATUS = in(is(408), is(425), is(429), range(500, 599));

  /** All other statuses, for clients whose status exceptions are IOExceptions. */
  private static final ValueTest LASTING_STATUS =
      in(range(100, 407), range(409, 424), range(426, 428), range(430, 499));

  private WellKnownClients() {}

  static List<ExceptionCondition> retryOn() {
    return BuiltInConditions.all(transport(), wrappedTransport(), statuses());
  }

  /** Permanent errors that happen to be IOExceptions: of files, of data, of certificates. */
  static List<ExceptionCondition> abortOn() {
    return BuiltInConditions.all(files(), data(), trust(), lastingStatuses());
  }

  public static List<ResultCondition> retryOnResult() {
    return List.of(
        result("java.net.http.HttpResponse", "statusCode", TRANSIENT_STATUS),
        result("okhttp3.Response", "code", TRANSIENT_STATUS),
        result("retrofit2.Response", "code", TRANSIENT_STATUS),
        result("org.apache.hc.core5.http.HttpResponse", "code", TRANSIENT_STATUS),
        result("org.apache.http.HttpResponse", "statusLine.statusCode", TRANSIENT_STATUS),
        result("org.springframework.http.ResponseEntity", "statusCode.value", TRANSIENT_STATUS),
        result(
            "org.springframework.http.client.ClientHttpResponse",
            "statusCode.value",
            TRANSIENT_STATUS),
        result("feign.Response", "status", TRANSIENT_STATUS),
        result("jakarta.ws.rs.core.Response", "status", TRANSIENT_STATUS),
        result("javax.ws.rs.core.Response", "status", TRANSIENT_STATUS),
        result("org.eclipse.jetty.client.Response", "status", TRANSIENT_STATUS),
        result("org.eclipse.jetty.client.api.Response", "status", TRANSIENT_STATUS),
        result("com.google.api.client.http.HttpResponse", "statusCode", TRANSIENT_STATUS));
  }

  /** Failed or timed-out connections. */
  private static List<ExceptionCondition> transport() {
    return types(
        IO,
        "java.io.UncheckedIOException",
        "java.util.concurrent.TimeoutException",
        "org.springframework.web.client.ResourceAccessException",
        "org.springframework.web.reactive.function.client.WebClientRequestException",
        "feign.RetryableException",
        "io.netty.handler.timeout.TimeoutException",
        "io.micronaut.http.client.exceptions.ReadTimeoutException",
        "software.amazon.awssdk.core.exception.ApiCallTimeoutException",
        "software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException");
  }

  private static List<ExceptionCondition> wrappedTransport() {
    String[] wrappers = {
      "java.util.concurrent.ExecutionException",
      "java.util.concurrent.CompletionException",
      "jakarta.ws.rs.ProcessingException",
      "javax.ws.rs.ProcessingException",
      "io.micronaut.http.client.exceptions.HttpClientException",
      "software.amazon.awssdk.core.exception.SdkClientException",
      "com.amazonaws.SdkClientException"
    };
    return BuiltInConditions.all(
        wrapping(IO, wrappers), wrapping("java.util.concurrent.TimeoutException", wrappers));
  }

  /** Exceptions that clients throw for an error status. */
  private static List<ExceptionCondition> statuses() {
    return List.of(
        property(
            "org.springframework.web.client.RestClientResponseException",
            "statusCode.value",
            TRANSIENT_STATUS),
        property(
            "org.springframework.web.reactive.function.client.WebClientResponseException",
            "statusCode.value",
            TRANSIENT_STATUS),
        property("feign.FeignException", "status", TRANSIENT_STATUS),
        property("retrofit2.HttpException", "code", TRANSIENT_STATUS),
        property("jakarta.ws.rs.WebApplicationException", "response.status", TRANSIENT_STATUS),
        property("javax.ws.rs.WebApplicationException", "response.status", TRANSIENT_STATUS),
        property(
            "io.micronaut.http.client.exceptions.HttpClientResponseException",
            "status.code",
            TRANSIENT_STATUS),
        property(
            "io.ktor.client.plugins.ResponseException", "response.status.value", TRANSIENT_STATUS),
        property(
            "software.amazon.awssdk.core.exception.SdkServiceException",
            "statusCode",
            TRANSIENT_STATUS),
        property("com.amazonaws.AmazonServiceException", "statusCode", TRANSIENT_STATUS),
        property("com.google.api.gax.rpc.ApiException", "retryable", is(true)),
        property("io.grpc.StatusRuntimeException", "status.code", transientGrpc()),
        property("io.grpc.StatusException", "status.code", transientGrpc()));
  }

  /** The gRPC equivalents of HTTP 503, 504 and 429. */
  private static ValueTest transientGrpc() {
    return in(is("UNAVAILABLE"), is("DEADLINE_EXCEEDED"), is("RESOURCE_EXHAUSTED"));
  }

  private static List<ExceptionCondition> files() {
    return BuiltInConditions.typesAndCauses(
        "java.io.FileNotFoundException", // also 404 and 410 of the JDK's HttpURLConnection
        "java.nio.file.FileSystemException",
        "java.net.MalformedURLException",
        "java.net.UnknownServiceException");
  }

  private static List<ExceptionCondition> data() {
    return BuiltInConditions.typesAndCauses(
        "java.io.CharConversionException",
        "java.io.UnsupportedEncodingException",
        "java.io.ObjectStreamException",
        "com.fasterxml.jackson.core.JsonProcessingException",
        "com.google.gson.stream.MalformedJsonException",
        "com.google.protobuf.InvalidProtocolBufferException");
  }

  /**
   * Certificates and protocol mismatches; not every failed handshake, because a restarting server
   * breaks one off too.
   */
  private static List<ExceptionCondition> trust() {
    return BuiltInConditions.all(
        BuiltInConditions.typesAndCauses(
            "java.security.cert.CertificateException",
            "java.security.cert.CertPathValidatorException",
            "java.security.cert.CertPathBuilderException",
            "javax.net.ssl.SSLPeerUnverifiedException"),
        List.of(
            message(
                "javax.net.ssl.SSLException",
                "fatal alert: (handshake_failure|protocol_version|insufficient_security"
                    + "|access_denied|unknown_ca|bad_certificate|certificate_)"),
            message(IO, "^Canceled$"))); // thrown by OkHttp if the application cancels the call
  }

  private static List<ExceptionCondition> lastingStatuses() {
    return List.of(
        property("org.apache.hc.client5.http.HttpResponseException", "statusCode", LASTING_STATUS),
        property("org.apache.http.client.HttpResponseException", "statusCode", LASTING_STATUS),
        property("com.google.api.client.http.HttpResponseException", "statusCode", LASTING_STATUS),
        property("org.jsoup.HttpStatusException", "statusCode", LASTING_STATUS));
  }
}

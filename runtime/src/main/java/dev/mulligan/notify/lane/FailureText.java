package dev.mulligan.notify.lane;

import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Describes an exception of a delivery attempt for people. */
final class FailureText {

  private FailureText() {}

  static String of(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    if (message == null) {
      return kind;
    }
    if (failure instanceof UnknownHostException) {
      return "unknown host " + message;
    }
    if (failure instanceof SSLException && message.contains("PKIX")) {
      return message + " (add a private authority's certificate to notifications.http.trust)";
    }
    return kind + ": " + message;
  }
}

package dev.mulligan.webhook;

import java.security.GeneralSecurityException;

/** A webhook that must not be trusted; the message says why and holds no secret. */
public final class WebhookVerificationException extends GeneralSecurityException {

  private static final long serialVersionUID = 1;

  WebhookVerificationException(String message) {
    super(message);
  }
}

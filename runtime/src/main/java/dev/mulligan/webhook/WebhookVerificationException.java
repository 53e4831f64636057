package dev.mulligan.webhook;

import java.security.GeneralSecurityException;

/** Thrown if a webhook cannot be trusted. The message gives the reason and contains no secret. */
public final class WebhookVerificationException extends GeneralSecurityException {

  private static final long serialVersionUID = 1;

  WebhookVerificationException(String message) {
    super(message);
  }
}

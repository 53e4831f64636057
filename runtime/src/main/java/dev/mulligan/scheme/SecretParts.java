package dev.mulligan.scheme;

/** What of a channel's URL is secret, besides user and password, which always are. */
public enum SecretParts {
  /** {@code mailto://***@host/ops@example.org}. */
  LOGIN,
  /** The login of a webhook has a slash in it: {@code rocket://***@host/#ops}. */
  LOGIN_WITH_SLASH,
  /** {@code gotify://host/***}. */
  PATH,
  /** {@code zulip://***@organisation/***}{@code /stream}. */
  FIRST_OF_PATH,
  /** {@code ntfy://host/***}, {@code ntfy://***}. */
  PATH_OR_HOST,
  /** {@code tgram://***}{@code /chat}. */
  HOST,
  /** The host and two parts of the path that name no target: {@code slack://***}{@code /#ops}. */
  HOST_AND_TOKENS,
  /** {@code discord://***}. */
  HOST_AND_PATH;

  public boolean includeHost() {
    return this == HOST || this == HOST_AND_TOKENS || this == HOST_AND_PATH;
  }
}

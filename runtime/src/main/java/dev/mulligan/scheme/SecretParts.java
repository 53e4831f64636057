package dev.mulligan.scheme;

/** Which parts of a channel's URL are secret. User and password always are. */
public enum SecretParts {
  /** {@code mailto://***@host/ops@example.org}. */
  LOGIN,
  /** The login contains a slash: {@code rocket://***@host/#ops}. */
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

package dev.mulligan.notify.channel.url;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Masks the secrets of one channel's URL in any text. */
public final class SecretMask {

  public static final String MASK = "***";

  /** Shorter secrets are not masked: they occur in ordinary words. */
  private static final int SHORTEST = 5;

  private final List<String> secrets = new ArrayList<>();

  public SecretMask(Collection<String> secrets) {
    for (String secret : secrets) {
      add(secret);
      add(PercentEncoding.encode(secret));
    }
  }

  /** Returns a mask with an additional secret. */
  public SecretMask and(String secret) {
    List<String> all = new ArrayList<>(secrets);
    all.add(secret);
    return new SecretMask(all);
  }

  public String hide(String text) {
    // The longest first, because a secret may contain another.
    List<String> longestFirst = new ArrayList<>(secrets);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    String hidden = text;
    for (String secret : longestFirst) {
      hidden = hidden.replace(secret, MASK);
    }
    return hidden;
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST && !secrets.contains(secret)) {
      secrets.add(secret);
    }
  }
}

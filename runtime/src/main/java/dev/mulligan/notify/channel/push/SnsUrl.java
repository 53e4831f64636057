package dev.mulligan.notify.channel.push;

import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of an SNS URL. A secret key may contain slashes, so the first region ends it. */
record SnsUrl(String accessKey, String secretKey, String region, List<String> targets) {

  /**
   * @throws ChannelUrlException if a part is missing
   */
  static SnsUrl of(ChannelUrl url) {
    List<String> parts = url.pathParts();
    int region = 0;
    while (region < parts.size() && !isRegion(parts.get(region))) {
      region++;
    }
    boolean isWhole = region < parts.size();
    String inPath = isWhole ? parts.get(region) : "";
    List<String> secret = isWhole ? parts.subList(0, region) : List.of();
    List<String> targets = isWhole ? parts.subList(region + 1, parts.size()) : parts;
    SnsUrl found =
        new SnsUrl(
            url.firstOf("access").orElse(url.host()),
            url.firstOf("secret").orElse(String.join("/", secret)),
            url.firstOf("region").orElse(inPath).toLowerCase(Locale.ROOT),
            ChannelTargets.of(url, new ArrayList<>(targets), "to"));
    if (!found.isComplete()) {
      throw new ChannelUrlException(
          "an sns:// URL is sns://access-key/secret-key/region/target, the region such as us-east-1"
              + " and the target a telephone number or a #topic");
    }
    return found;
  }

  /** Omits the keys. */
  @Override
  public String toString() {
    return "SnsUrl[" + region + ", " + targets + "]";
  }

  private boolean isComplete() {
    return !accessKey.isEmpty()
        && Arguments.isPrintableAscii(accessKey)
        && !secretKey.isEmpty()
        && isRegion(region)
        && !targets.isEmpty();
  }

  /** Whether the text is a region, such as {@code eu-central-1} or {@code us-gov-west-1}. */
  private static boolean isRegion(String part) {
    String[] words = part.toLowerCase(Locale.ROOT).split("-", -1);
    boolean isRegion =
        (words.length == 3 || words.length == 4)
            && words[0].length() == 2
            && words[words.length - 1].length() == 1
            && Character.isDigit(words[words.length - 1].charAt(0));
    for (int i = 0; i < words.length - 1; i++) {
      isRegion &= !words[i].isEmpty() && isLetters(words[i]);
    }
    return isRegion;
  }

  private static boolean isLetters(String word) {
    boolean isLetters = true;
    for (int i = 0; i < word.length(); i++) {
      isLetters &= word.charAt(i) >= 'a' && word.charAt(i) <= 'z';
    }
    return isLetters;
  }
}

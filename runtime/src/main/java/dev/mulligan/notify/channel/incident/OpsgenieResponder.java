package dev.mulligan.notify.channel.incident;

import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.ArrayList;
import java.util.List;

/**
 * A responder of an Opsgenie alert.
 *
 * @param type Opsgenie's name of the type
 * @param key the kind of name: {@code id}, {@code name} or {@code username}
 */
record OpsgenieResponder(String type, String key, String name) {

  private static final int ID_LENGTH = 36;

  /**
   * Parses the responders.
   *
   * @param written {@code #team}, {@code @user}, {@code *schedule}, {@code ^escalation} or a user's
   *     bare name; a name that is a UUID is an id
   * @throws ChannelUrlException if one of them has no name
   */
  static List<OpsgenieResponder> all(String scheme, List<String> written) {
    List<OpsgenieResponder> responders = new ArrayList<>();
    for (String target : written) {
      responders.add(of(scheme, target));
    }
    return responders;
  }

  private static OpsgenieResponder of(String scheme, String written) {
    String type =
        switch (written.charAt(0)) {
          case '#' -> "team";
          case '*' -> "schedule";
          case '^' -> "escalation";
          default -> "user";
        };
    String name = "#*^@".indexOf(written.charAt(0)) >= 0 ? written.substring(1) : written;
    if (name.isEmpty()) {
      throw new ChannelUrlException("the " + scheme + ":// URL has a " + type + " without a name");
    }
    String key = isId(name) ? "id" : type.equals("user") ? "username" : "name";
    return new OpsgenieResponder(type, key, name);
  }

  /** Whether the name is a UUID. */
  private static boolean isId(String name) {
    boolean isId = name.length() == ID_LENGTH;
    for (int i = 0; i < name.length(); i++) {
      isId &= name.charAt(i) == '-' || Character.digit(name.charAt(i), 16) >= 0;
    }
    return isId;
  }
}

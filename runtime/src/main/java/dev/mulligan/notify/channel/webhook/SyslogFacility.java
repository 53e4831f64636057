package dev.mulligan.notify.channel.webhook;

import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facilities of syslog by their codes (RFC 5424, table 1) and usual names. */
enum SyslogFacility {
  KERN(0),
  USER(1),
  MAIL(2),
  DAEMON(3),
  AUTH(4),
  SYSLOG(5),
  LPR(6),
  NEWS(7),
  UUCP(8),
  CRON(9),
  AUTHPRIV(10),
  FTP(11),
  LOCAL0(16),
  LOCAL1(17),
  LOCAL2(18),
  LOCAL3(19),
  LOCAL4(20),
  LOCAL5(21),
  LOCAL6(22),
  LOCAL7(23);

  private static final int SEVERITIES = 8;

  private final int code;

  SyslogFacility(int code) {
    this.code = code;
  }

  /**
   * @throws ChannelUrlException if there is no facility of this name
   */
  static SyslogFacility named(String name) {
    List<String> names = new ArrayList<>();
    for (SyslogFacility facility : values()) {
      if (facility.name().equalsIgnoreCase(name)) {
        return facility;
      }
      names.add(facility.name().toLowerCase(Locale.ROOT));
    }
    Optional<String> nearest = NearestName.of(name, names);
    throw new ChannelUrlException(
        "the rsyslog:// URL has an unknown facility: "
            + (nearest.isPresent()
                ? "did you mean " + nearest.get() + "?"
                : "known are " + String.join(", ", names)));
  }

  /**
   * Returns PRI (RFC 5424, section 6.2.1).
   *
   * @param severity from 0, emergency, to 7, debug
   */
  int priority(int severity) {
    return code * SEVERITIES + severity;
  }
}

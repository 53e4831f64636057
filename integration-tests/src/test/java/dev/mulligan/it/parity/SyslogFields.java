package dev.mulligan.it.parity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Datagrams of syslog: the priority, taken apart as RFC 5424, 6.2.1, says, and the rest. */
final class SyslogFields {

  private static final Pattern DATAGRAM = Pattern.compile("<(\\d+)>(.*)", Pattern.DOTALL);

  private SyslogFields() {}

  static Fields of(List<String> datagrams) {
    Fields fields = new Fields();
    for (String datagram : datagrams) {
      Matcher parts = DATAGRAM.matcher(datagram);
      if (!parts.matches()) {
        throw new AssertionError("not syslog: " + datagram);
      }
      int priority = Integer.parseInt(parts.group(1));
      fields.put("facility", String.valueOf(priority / 8));
      fields.put("severity", String.valueOf(priority % 8));
      fields.put("text", RunValues.in(parts.group(2)));
    }
    return fields;
  }
}

package dev.mulligan.it.parity;

/** The hosts that the channels of the comparison speak to. */
final class VendorHosts {

  static final String[] ALL = {
    "*.slack.com",
    "slack.com",
    "discord.com",
    "api.telegram.org",
    "*.pagerduty.com",
    "*.eu.pagerduty.com",
    "*.opsgenie.com",
    "*.eu.opsgenie.com",
    "*.atlassian.com",
    "*.victorops.com",
    "*.googleapis.com",
    "*.pushover.net",
    "*.twilio.com",
    "*.us-east-1.amazonaws.com",
    "*.zulipchat.com",
    "*.webhook.office.com",
    "*.logic.azure.com",
    "ntfy.sh",
    "*.example.org"
  };

  private VendorHosts() {}
}

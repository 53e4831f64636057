/**
 * Channels to incident services: PagerDuty, Opsgenie, Jira, Splunk On-Call, SIGNL4, Spike.sh and
 * Alertmanager. A notification opens an incident, and its resolution closes the incident with the
 * same fingerprint.
 */
@NullMarked
package dev.mulligan.notify.channel.incident;

import org.jspecify.annotations.NullMarked;

package dev.mulligan.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tokens that are known by their beginning. Prefix, alphabet and length of each are facts of the
 * vendors, as the rules of gitleaks collect them (github.com/gitleaks/gitleaks,
 * config/gitleaks.toml, state of July 2026); the least length here is lower where a vendor has had
 * shorter ones.
 */
final class VendorTokens {

  private static final String ALNUM = "[A-Za-z0-9]";
  private static final String UPPER = "[A-Z0-9]";
  private static final String HEX = "[A-Fa-f0-9]";
  private static final String WORD = "[\\w-]";
  private static final String DOTTED = "[\\w.-]";
  private static final String BASE64 = "[\\w+/=-]";
  private static final int LONGEST = 4_000;

  /**
   * A kind of token.
   *
   * @param prefixes literal beginnings
   * @param alphabet of the characters behind the prefix
   * @param least how many of these there are at least
   */
  record Kind(String vendor, List<String> prefixes, String alphabet, int least) {

    /** Possessive: what has failed is not tried again with less. */
    String regex() {
      List<String> quoted = new ArrayList<>();
      for (String prefix : prefixes) {
        quoted.add(prefix.replace(".", "\\."));
      }
      return "(?:" + String.join("|", quoted) + ")" + alphabet + "{" + least + "," + LONGEST + "}+";
    }
  }

  static final List<Kind> KINDS =
      List.of(
          new Kind("1Password", List.of("ops_eyJ"), BASE64, 100),
          new Kind("age", List.of("AGE-SECRET-KEY-1"), UPPER, 58),
          new Kind("Alibaba Cloud", List.of("LTAI"), ALNUM, 16),
          new Kind("Anthropic", List.of("sk-ant-"), WORD, 20),
          new Kind("Atlassian", List.of("ATATT3"), BASE64, 60),
          new Kind("AWS", List.of("A3T", "AKIA", "ASIA", "ABIA", "ACCA"), UPPER, 16),
          new Kind("Brevo", List.of("xkeysib-"), WORD, 64),
          new Kind("Databricks", List.of("dapi"), HEX, 32),
          new Kind("DigitalOcean", List.of("dop_v1_", "doo_v1_", "dor_v1_"), HEX, 64),
          new Kind("Doppler", List.of("dp.pt."), ALNUM, 40),
          new Kind("Dynatrace", List.of("dt0c01."), DOTTED, 80),
          new Kind("GitHub", List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), ALNUM, 20),
          new Kind("GitHub fine-grained", List.of("github_pat_"), WORD, 22),
          new Kind(
              "GitLab",
              List.of(
                  "glpat-",
                  "glptt-",
                  "gldt-",
                  "glrt-",
                  "glft-",
                  "glsoat-",
                  "glcbt-",
                  "glimt-",
                  "gloas-",
                  "glagent-",
                  "glffct-"),
              DOTTED,
              20),
          new Kind("Google API", List.of("AIza"), WORD, 35),
          new Kind("Google OAuth", List.of("ya29.", "GOCSPX-"), DOTTED, 20),
          new Kind("Grafana", List.of("glc_", "glsa_"), BASE64, 32),
          new Kind("HashiCorp Vault", List.of("hvs.", "hvb."), WORD, 24),
          new Kind("Heroku", List.of("HRKU-AA"), WORD, 58),
          new Kind("Hugging Face", List.of("hf_", "api_org_"), ALNUM, 34),
          new Kind("Linear", List.of("lin_api_"), ALNUM, 40),
          new Kind("New Relic", List.of("NRAK-"), UPPER, 27),
          new Kind("Notion", List.of("ntn_"), ALNUM, 46),
          new Kind("npm", List.of("npm_"), ALNUM, 36),
          new Kind("OpenAI", List.of("sk-proj-", "sk-svcacct-", "sk-admin-"), WORD, 40),
          new Kind(
              "PlanetScale", List.of("pscale_tkn_", "pscale_oauth_", "pscale_pw_"), DOTTED, 32),
          new Kind("Postman", List.of("PMAK-"), WORD, 59),
          new Kind("Pulumi", List.of("pul-"), HEX, 40),
          new Kind("PyPI", List.of("pypi-AgEIcHlwaS5vcmc"), WORD, 50),
          new Kind("RubyGems", List.of("rubygems_"), HEX, 48),
          new Kind("SendGrid", List.of("SG."), DOTTED, 60),
          new Kind("Sentry", List.of("sntrys_", "sntryu_"), BASE64, 40),
          new Kind("Shopify", List.of("shpat_", "shpca_", "shppa_", "shpss_"), HEX, 32),
          new Kind(
              "Slack",
              List.of(
                  "xoxa-",
                  "xoxb-",
                  "xoxc-",
                  "xoxd-",
                  "xoxe-",
                  "xoxe.xoxb-",
                  "xoxe.xoxp-",
                  "xoxo-",
                  "xoxp-",
                  "xoxr-",
                  "xoxs-",
                  "xapp-"),
              WORD,
              8),
          new Kind("Square", List.of("sq0atp-", "sq0csp-"), WORD, 22),
          new Kind("Standard Webhooks, Stripe", List.of("whsec_"), BASE64, 8),
          new Kind(
              "Stripe",
              List.of("sk_live_", "sk_test_", "sk_prod_", "rk_live_", "rk_test_", "rk_prod_"),
              ALNUM,
              10));

  private VendorTokens() {}

  static SecretShape shape() {
    List<String> signs = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (String prefix : kind.prefixes()) {
        signs.add(prefix.toLowerCase(Locale.ROOT));
      }
      kinds.add(kind.regex());
    }
    // A token begins where a word does, and what follows its prefix either is long enough and
    // masked, or is given up after the least length: so the time is linear in the text.
    return new SecretShape(signs, "()(?-i:(?<![\\w-])(?:" + String.join("|", kinds) + "))");
  }
}

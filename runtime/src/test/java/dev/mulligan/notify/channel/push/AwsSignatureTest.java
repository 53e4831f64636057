package dev.mulligan.notify.channel.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the vectors that AWS publishes. */
class AwsSignatureTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  /** AWS's Signature Version 4 test suite, post-x-www-form-urlencoded. */
  @Test
  void signsAsTheTestSuiteDoes() {
    HttpRequest request =
        new AwsSignature("AKIDEXAMPLE", SECRET, "us-east-1", "service")
            .sign(
                HttpRequest.form("https://example.amazonaws.com/", Map.of("Param1", "value1")),
                Instant.parse("2015-08-30T12:36:00Z"));

    assertThat(request.headers())
        .containsEntry("X-Amz-Date", "20150830T123600Z")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-date,"
                + " Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  /** AWS General Reference, "Examples of how to derive a signing key". */
  @Test
  void derivesTheSigningKey() {
    byte[] key = new AwsSignature("AKIDEXAMPLE", SECRET, "us-east-1", "iam").signingKey("20150830");

    assertThat(HexFormat.of().formatHex(key))
        .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
  }

  @Test
  void keepsTheSecretToItself() {
    assertThat(new AwsSignature("AKIDEXAMPLE", SECRET, "us-east-1", "sns").toString())
        .isEqualTo("AwsSignature[us-east-1, sns]");
  }
}

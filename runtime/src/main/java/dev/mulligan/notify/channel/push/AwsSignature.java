package dev.mulligan.notify.channel.push;

import dev.mulligan.http.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request that has a body and no query, by AWS Signature Version 4
 * (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
record AwsSignature(String accessKey, String secretKey, String region, String service) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SIGNED_HEADERS = "content-type;host;x-amz-date";

  /** Returns the request with its date and signature. */
  HttpRequest sign(HttpRequest request, Instant now) {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(now);
    String date = time.substring(0, time.indexOf('T'));
    String scope = date + "/" + region + "/" + service + "/aws4_request";
    String toSign =
        ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(canonical(request, time));
    String signature = HexFormat.of().formatHex(hmac(signingKey(date), toSign));
    return request
        .with("X-Amz-Date", time)
        .with(
            "Authorization",
            ALGORITHM
                + " Credential="
                + accessKey
                + "/"
                + scope
                + ", SignedHeaders="
                + SIGNED_HEADERS
                + ", Signature="
                + signature);
  }

  byte[] signingKey(String date) {
    byte[] key = hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), date);
    return hmac(hmac(hmac(key, region), service), "aws4_request");
  }

  /** Omits the keys. */
  @Override
  public String toString() {
    return "AwsSignature[" + region + ", " + service + "]";
  }

  private static String canonical(HttpRequest request, String time) {
    URI url = URI.create(request.url());
    return request.method()
        + "\n"
        + (url.getRawPath().isEmpty() ? "/" : url.getRawPath())
        + "\n\ncontent-type:"
        + request.headers().get("Content-Type")
        + "\nhost:"
        + url.getRawAuthority()
        + "\nx-amz-date:"
        + time
        + "\n\n"
        + SIGNED_HEADERS
        + "\n"
        + sha256(request.body());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}

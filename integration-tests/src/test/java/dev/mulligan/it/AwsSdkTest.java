package dev.mulligan.it;

/** The program reads an object with S3's client, whose own retrying is switched off. */
class AwsSdkTest extends HttpClientContract {

  AwsSdkTest() {
    super(
        "http-aws",
        "software.amazon.awssdk.services.s3.S3Client+.getObject(..)",
        "software.amazon.awssdk.services.s3.model.S3Exception: ");
  }
}

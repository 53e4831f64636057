package dev.mulligan.notify.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

  @Test
  void tellWhatToDoAboutAnUnknownAuthority() {
    assertThat(FailureText.of(new SSLHandshakeException("PKIX path building failed")))
        .isEqualTo(
            "PKIX path building failed"
                + " (add a private authority's certificate to notifications.http.trust)");
  }

  @Test
  void areShort() {
    assertThat(FailureText.of(new UnknownHostException("hooks.example")))
        .isEqualTo("unknown host hooks.example");
    assertThat(FailureText.of(new ConnectException("refused")))
        .isEqualTo("ConnectException: refused");
    assertThat(FailureText.of(new SocketTimeoutException())).isEqualTo("SocketTimeoutException");
  }
}

package dev.mulligan.notify.channel.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelUrlTest {

  @Test
  void readsAllPartsOfAppriseGrammar() {
    ChannelUrl url =
        ChannelUrl.parse(
            "JSONS://us%40er:p%3Aw@Host:8443/a/b%20c?Method=put&+X-A=1+1&:k=v%26w&-q=%C3%BC&flag");

    assertThat(url.scheme()).isEqualTo("jsons");
    assertThat(url.user()).contains("us@er");
    assertThat(url.password()).contains("p:w");
    assertThat(url.host()).isEqualTo("Host");
    assertThat(url.port()).hasValue(8443);
    assertThat(url.path()).isEqualTo("/a/b%20c");
    assertThat(url.arguments()).containsEntry("method", "put").containsEntry("flag", "");
    assertThat(url.headers()).containsEntry("X-A", "1+1");
    assertThat(url.fields()).containsEntry("k", "v&w");
    assertThat(url.parameters()).containsEntry("q", "ü");
  }

  @Test
  void takesTheLastAtSignAsTheEndOfThePassword() {
    ChannelUrl url = ChannelUrl.parse("json://bob:p@ss:w@host/");

    assertThat(url.user()).contains("bob");
    assertThat(url.password()).contains("p@ss:w");
    assertThat(url.host()).isEqualTo("host");
  }

  @Test
  void keepsAHashInThePath() {
    assertThat(ChannelUrl.parse("slack://A/B/C/#ops").path()).isEqualTo("/B/C/#ops");
  }
}

package dev.mulligan.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagSelectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"a, b", "a b", "a,b", " a ,\tb "})
  void aTextSelectsAnyOfItsTags(String written) {
    TagSelection selection = TagSelection.parse(written);

    assertThat(selection.selects(Set.of("a"))).isTrue();
    assertThat(selection.selects(Set.of("b", "x"))).isTrue();
    assertThat(selection.selects(Set.of("x"))).isFalse();
    assertThat(selection.selects(Set.of())).isFalse();
  }

  @Test
  void aListSelectsAnyOfItsTags() {
    assertThat(TagSelection.parse(List.of("a", "b"))).isEqualTo(TagSelection.parse("a, b"));
  }

  @Test
  void aListInAListSelectsOnlyWhatHasAllOfThem() {
    TagSelection selection = TagSelection.parse(List.of(List.of("a", "b"), "c"));

    assertThat(selection.selects(Set.of("a", "b"))).isTrue();
    assertThat(selection.selects(Set.of("a"))).isFalse();
    assertThat(selection.selects(Set.of("c"))).isTrue();
  }

  @Test
  void allSelectsEveryChannel() {
    TagSelection selection = TagSelection.parse("all");

    assertThat(selection.selects(Set.of())).isTrue();
    assertThat(selection.selects(Set.of("x"))).isTrue();
  }

  @Test
  void noTagsSelectTheUntaggedChannels() {
    assertThat(TagSelection.parse("")).isEqualTo(TagSelection.UNTAGGED);
    assertThat(TagSelection.parse(List.of())).isEqualTo(TagSelection.UNTAGGED);
    assertThat(TagSelection.UNTAGGED.selects(Set.of())).isTrue();
    assertThat(TagSelection.UNTAGGED.selects(Set.of("a"))).isFalse();
  }

  @Test
  void aChannelTaggedAlwaysJoinsEverySelection() {
    assertThat(TagSelection.UNTAGGED.selects(Set.of("always"))).isTrue();
    assertThat(TagSelection.parse("a").selects(Set.of("always", "x"))).isTrue();
  }

  @Test
  void isShownAsPeopleWriteIt() {
    assertThat(TagSelection.parse(List.of("ops", List.of("b", "a")))).hasToString("ops, a+b");
    assertThat(TagSelection.UNTAGGED).hasToString("none");
  }

  @Test
  void aNumberBeforeAChannelsTagIsItsStage() {
    TagSelection oncall = TagSelection.parse("oncall");
    assertThat(oncall.stage(0, Set.of("oncall"))).hasValue(0);
    assertThat(oncall.stage(0, Set.of("0:oncall"))).hasValue(0);
    assertThat(oncall.stage(0, Set.of("ops", "12:oncall"))).hasValue(12);
    assertThat(oncall.stage(0, Set.of("1:ops", "oncal"))).isEmpty();
    assertThat(oncall.selects(Set.of("3:oncall"))).isTrue();
  }

  @Test
  void eachGroupIsAChainOfItsOwnWhoseTagsMustAllBeReached() {
    TagSelection both = TagSelection.parse(List.of(List.of("oncall", "eu"), "ops"));
    assertThat(both.chains()).isEqualTo(2);
    assertThat(both.stage(0, Set.of("1:oncall", "eu"))).hasValue(1);
    assertThat(both.stage(0, Set.of("1:oncall"))).isEmpty();
    assertThat(both.stage(1, Set.of("1:oncall", "2:ops"))).hasValue(2);
    assertThat(TagSelection.parse("all").stage(0, Set.of("3:x"))).hasValue(0);
  }

  @Test
  void refusesAStageWhereChannelsAreSelected() {
    assertThatThrownBy(() -> TagSelection.parse("0:oncall"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'0:oncall' names one stage of an escalation chain: write 'oncall', the stages follow"
                + " one another");
    assertThatThrownBy(() -> TagSelection.parse(List.of(List.of("a", "1:b"))))
        .hasMessageStartingWith("'1:b' names one stage");
  }

  @Test
  void refusesAStageThatIsNone() {
    for (String tag : List.of("1:", "100:a", "99999999999:a")) {
      assertThatThrownBy(() -> Tags.parse(tag))
          .hasMessage(
              "'"
                  + tag
                  + "' is no stage of an escalation chain: write a number from 0 to 99, a colon and"
                  + " a tag, such as 1:oncall");
    }
    assertThat(Tags.parse("a:b")).containsExactly("a:b");
  }

  @Test
  void refusesWhatIsNotAListOfWords() {
    assertThatThrownBy(() -> TagSelection.parse(List.of(List.of(List.of("a")))))
        .hasMessage("a tag is a word, and tags are a list of words");
    assertThatThrownBy(() -> Tags.parse(Map.of("a", "b")))
        .hasMessage("a tag is a word, and tags are a list of words");
  }
}

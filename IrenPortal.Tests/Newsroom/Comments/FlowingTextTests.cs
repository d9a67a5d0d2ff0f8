using IrenPortal.Newsroom.Comments;

namespace IrenPortal.Tests.Newsroom.Comments;

public sealed class FlowingTextTests
{
    private static readonly FlowingText Text = new("One two\n\n  three\u00a0 four\nOne two three one two");

    [Theory]
    [InlineData("One two", "1,4")]
    [InlineData("two three", "1,4")]
    [InlineData("two\n three\t four  One", "1")]
    [InlineData("three four", "3")]
    [InlineData("wo", "1,4")]
    [InlineData("one two", "4")]
    [InlineData("four five", "")]
    [InlineData("ONE", "")]
    public void Words_are_found_by_the_lines_in_which_they_begin_and_over_line_ends(string words, string lines)
    {
        string.Join(',', Text.LinesOf(words)).ShouldBe(lines);
        Text.Has(words).ShouldBe(lines.Length > 0);
    }

    [Fact]
    public void An_empty_text_has_no_words() => new FlowingText("").Has("words").ShouldBeFalse();
}

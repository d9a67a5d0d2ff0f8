using System.Text.Json;
using IrenPortal.Data.Public;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Tests.Newsroom.Comments;

public sealed class PassageTests
{
    private const string Body = "Up 20% now.\n\nThen 20% of each tranche\nis prepaid.";

    [Theory]
    [InlineData("", "20%", null, 1)]
    [InlineData("3", "20%", null, 3)]
    [InlineData("", "each tranche is prepaid.", null, 3)]
    [InlineData("", "ten halls", "headline", null)]
    [InlineData("field:headline", "halls", "headline", null)]
    public void Quoted_words_stand_where_they_begin(string place, string quote, string? field, int? line) =>
        CommentPlace.Of(place)!.Quoting(Text(Body), quote).ShouldBe(new CommentPlace(field, line));

    [Theory]
    [InlineData("3", "Up 20%")]
    [InlineData("3", "tranche is prepaid")]
    [InlineData("9", "20%")]
    [InlineData("field:headline", "20%")]
    [InlineData("field:nothing", "halls")]
    [InlineData("", "thirty halls")]
    public void Words_that_are_not_in_the_chosen_place_are_in_none(string place, string quote) =>
        CommentPlace.Of(place)!.Quoting(Text(Body), quote).ShouldBeNull();

    [Theory]
    [InlineData("New.\n" + Body, 4, false)]
    [InlineData("Up 20% now.\nThen 20% of both\n\nand 20% more", 2, false)]
    [InlineData("20% first\nThen 20% of each tranche", 2, false)]
    [InlineData("Then 30% of each tranche", null, true)]
    [InlineData("", null, true)]
    public void A_quote_goes_with_its_line_else_with_its_words_and_is_changed_when_they_are_gone(string later, int? line, bool changed)
    {
        var about = CommentText.OfQuote(CommentPlace.Of("3")!, Text(Body), "20%", "Of what?")!;

        PassageNow.Of(about, Text(later), new FlowingText(later)).ShouldBe(new PassageNow(line, changed));
    }

    [Fact]
    public void A_quote_of_a_field_is_unchanged_while_its_words_are_in_it()
    {
        var about = CommentText.OfQuote(CommentPlace.Whole, Text(Body), "ten halls", "Ten?")!;

        PassageNow.Of(about, Text(Body, "Now ten  halls"), new FlowingText(Body)).Changed.ShouldBeFalse();
        PassageNow.Of(about, Text(Body, "Two halls"), new FlowingText(Body)).Changed.ShouldBeTrue();
    }

    [Fact]
    public void A_comment_that_was_kept_before_words_could_be_quoted_reads_as_on_all_of_its_line()
    {
        var about = JsonSerializer.Deserialize<CommentText>("""{"Field":null,"Line":1,"Passage":"Up 20% now.","Words":"Of what?"}""")!;

        about.ShouldBe(new CommentText(null, 1, "Up 20% now.", "Of what?"));
        PassageNow.Of(about, Text("Up 20% now, then."), new FlowingText("Up 20% now, then.")).Changed.ShouldBeTrue();
        PassageNow.Of(about, Text("First.\n" + Body), new FlowingText("First.\n" + Body)).ShouldBe(new PassageNow(2, false));
    }

    private static DraftFields Text(string body, string headline = "A campus of ten halls") =>
        DraftFields.Empty(EditionKind.Announcement).With("headline", headline).With("body", body);
}

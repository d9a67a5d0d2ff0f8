using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Newsroom.Compare;

namespace IrenPortal.Tests.Newsroom.Compare;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Microsoft prepays 20% on signing.", "Microsoft prepays 20% of each tranche.", "Microsoft prepays 20% [on signing].", "Microsoft prepays 20% [of each tranche].")]
    [InlineData("about $9.7bn", "about $9.8bn", "about $[9.7bn]", "about $[9.8bn]")]
    [InlineData("Der Rechenzentrumsvertrag gilt fünf Jahre", "Der Rechenzentrenvertrag gilt fünf Jahre", "Der [Rechenzentrumsvertrag] gilt fünf Jahre", "Der [Rechenzentrenvertrag] gilt fünf Jahre")]
    [InlineData("The team 👩🏽‍💻 works here", "The team 👨🏽‍💻 works here", "The team [👩🏽‍💻] works here", "The team [👨🏽‍💻] works here")]
    [InlineData("החוזה נחתם אתמול בבוקר", "החוזה נחתם היום בבוקר", "החוזה נחתם [אתמול] בבוקר", "החוזה נחתם [היום] בבוקר")]
    [InlineData("the company's halls", "the company’s halls", "the [company's] halls", "the [company’s] halls")]
    [InlineData("cafe\u0301 open", "café open", "[cafe\u0301] open", "[café] open")]
    public void Words_that_changed_are_marked_whole(string before, string after, string markedBefore, string markedAfter)
    {
        var (old, now) = TextDifference.Words(before, after);

        (Marked(old), Marked(now)).ShouldBe((markedBefore, markedAfter));
    }

    [Fact]
    public void Two_sentences_with_nothing_in_common_are_not_taken_apart()
    {
        var (old, now) = TextDifference.Words("Delivery begins in March 2026.", "Nobody knows, yet everybody asks about tranches.");

        (Marked(old), Marked(now)).ShouldBe(("[Delivery begins in March 2026.]", "[Nobody knows, yet everybody asks about tranches.]"));
    }

    [Fact]
    public void Lines_keep_their_numbers_on_both_sides()
    {
        var pairs = TextDifference.Lines("one\ntwo\nthree", "zero\none\ntwo\nthree and more");

        pairs.Select(p => (p.Before?.Number, p.After?.Number, p.Changed)).ShouldBe([(null, 1, true), (1, 2, false), (2, 3, false), (3, 4, true)]);
    }

    [Fact]
    public void An_empty_text_has_no_lines()
    {
        TextDifference.Lines("", "").ShouldBeEmpty();
        TextDifference.Lines("", "a\nb").ShouldAllBe(p => p.Before == null && p.Changed);
    }

    [Fact]
    public void A_text_over_the_cap_stands_as_a_whole_before_the_other()
    {
        var before = string.Join('\n', Enumerable.Range(0, TextDifference.MostLines + 1).Select(i => $"line {i}"));

        var pairs = TextDifference.Lines(before, before + "\nlast");

        pairs.Count.ShouldBe((2 * (TextDifference.MostLines + 1)) + 1);
        pairs.ShouldAllBe(p => p.Before == null || p.After == null);
    }

    [Fact]
    public void A_line_over_the_cap_is_marked_whole()
    {
        var before = string.Concat(Enumerable.Repeat("word ", TextDifference.MostWords));

        var (old, now) = TextDifference.Words(before, before + "more");

        (old.Count, now.Count).ShouldBe((1, 1));
        old[0].Changed.ShouldBeTrue();
    }

    [Fact]
    public void Both_texts_can_be_read_back_from_their_pieces()
    {
        var words = Gen.Elements("a", "9.7", "Wort", " ", "  ", "\n", "\n\n", "👩🏽‍💻", "שלום", "—", "e\u0301", "|", "\ud83d", "'", ",");
        var texts = words.ListOf().Select(list => string.Concat(list)).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithReplay(20251103, 67), Prop.ForAll(texts, texts, (before, after) =>
        {
            var pairs = TextDifference.Lines(before, after);
            return Read(pairs.Select(p => p.Before)) == before && Read(pairs.Select(p => p.After)) == after
                && pairs.Any(p => p.Changed) == (before != after);
        }));
    }

    [Fact]
    public void Long_unchanged_stretches_are_folded_three_lines_from_a_change()
    {
        var before = Enumerable.Range(1, 20).Select(i => $"line {i}").ToArray();
        var after = before.ToArray();
        after[9] = "line ten";

        var runs = Comparison.Fold(TextDifference.Lines(string.Join('\n', before), string.Join('\n', after)));

        runs.Select(r => (r.Lines.Count, r.Folded)).ShouldBe([(6, true), (7, false), (7, true)]);
    }

    private static string Read(IEnumerable<NumberedLine?> lines) =>
        string.Join('\n', lines.OfType<NumberedLine>().Select(l => string.Concat(l.Pieces.Select(p => p.Text))));

    private static string Marked(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(p => p.Changed ? $"[{p.Text}]" : p.Text));
}

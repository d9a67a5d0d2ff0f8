using IrenPortal.Data.Public.Search;
using IrenPortal.Site.Search;

namespace IrenPortal.Tests.Site.Search;

public sealed class SearchTokensTests
{
    [Theory]
    [InlineData("9700000000", "9.7 billion", "$9.7bn", "US$ 9.7 bn", "9,700,000,000", "9.7bn", "9.70b", "9.7-billion", "9.7 billion dollars", "USD 9.7bn", "9700m", "€9.7bn")]
    [InlineData("20pct", "20%", "20 %", "20 per cent", "20 percent", "20\u00a0%", "20.0%", "２０％")]
    [InlineData("50mw", "50MW", "50 MW", "50-MW", "50 megawatts", "0.05 GW")]
    [InlineData("12400", "12.4k", "12,400", "12400")]
    [InlineData("gb300", "GB300", "gb300", "(GB300),")]
    [InlineData("microsoft", "Microsoft", "Microsoft's", "Microsoft’s", "MICROSOFT", "Mícrosöft", "Micro\u00adsoft")]
    [InlineData("first", "ﬁrst", "First")]
    [InlineData("strasse", "Straße", "STRASSE")]
    public void What_means_the_same_is_one_token(string token, params string[] spellings)
    {
        foreach (var spelling in spellings)
        {
            SearchTokens.Of(spelling).Select(t => t.Text).ShouldBe([token], spelling);
        }
    }

    [Theory]
    [InlineData("Form 10-K of 2026", "form 10 k of 2026")]
    [InlineData("2,3 and 1.2.3", "2 3 and 1p2 3")]
    [InlineData("at-the-market d__l 12abc", "at the market d l 12abc")]
    [InlineData("Q3 FY26: −51.7", "q3 fy26 51p7")]
    [InlineData("% _ \\ ' 💩", "")]
    public void Everything_else_is_words_and_plain_numbers(string text, string tokens) =>
        string.Join(' ', SearchTokens.Of(text).Select(t => t.Text)).ShouldBe(tokens);

    [Theory]
    [InlineData("contracts", "contract")]
    [InlineData("GPUs", "gpu")]
    [InlineData("losses", "loss")]
    [InlineData("50 MW", "50")]
    [InlineData("50 MW", "mw")]
    [InlineData("$9.7bn", "9p7")]
    public void A_token_is_found_by_its_singular_and_its_bare_number(string text, string term) =>
        SearchTerms.Of(SearchTokens.Of(text).ShouldHaveSingleItem()).ShouldContain(term);

    [Theory]
    [InlineData("company", "companies")]
    [InlineData("cookie", "cookies")]
    [InlineData("day", "days")]
    [InlineData("campus", "campus")]
    [InlineData("batch", "batches")]
    public void Singular_and_plural_are_one_word(string one, string many) => SearchTerms.Root(many).ShouldBe(SearchTerms.Root(one));

    [Theory]
    [InlineData("news")]
    [InlineData("status")]
    [InlineData("loss")]
    [InlineData("gas")]
    public void What_is_no_plural_keeps_its_end(string word) => SearchTerms.Root(word).ShouldBe(word);

    [Theory]
    [InlineData("New contracts, about $2.8bn", "contract", "New |contracts|, about $2.8bn")]
    [InlineData("New contracts, about $2.8bn", "2.8 billion", "New contracts, about $|2.8bn")]
    [InlineData("A CONTRACT and a b", "contract b", "A |CONTRACT| and a |b")]
    [InlineData("Its run-rate, a run of rates", "\"run rate\"", "Its |run-rate|, a run of rates")]
    [InlineData("Micro and Microsoft", "microso", "Micro and |Microsoft")]
    [InlineData("No hit", "", "No hit")]
    [InlineData("E\u0301nergie", "energie", "E\u0301nergie")]
    public void What_the_index_finds_is_marked_whole(string text, string query, string parts) =>
        string.Join('|', Hits.In(text, SearchQuestion.Of(query)).Select(p => p.Text)).ShouldBe(parts);

    [Fact]
    public void An_excerpt_is_the_passage_that_has_most_of_the_question()
    {
        var text = string.Concat(Enumerable.Repeat("Words about Dell that say little. ", 20)) + "Dell is paid for the GPUs by prepayment. " + string.Concat(Enumerable.Repeat("And more words. ", 20));

        var excerpt = Excerpt.Of(text, SearchQuestion.Of("dell prepayment"))!;

        excerpt.ShouldContain("Dell is paid for the GPUs by prepayment.");
        excerpt.ShouldStartWith("… ");
        excerpt.ShouldEndWith(" …");
        excerpt.Length.ShouldBeLessThan(230);
        Excerpt.Of(text, SearchQuestion.Of("hydrogen")).ShouldBeNull();
    }

    [Theory]
    [InlineData("microsoft", "microsft", 1)]
    [InlineData("dell", "dlel", 1)]
    [InlineData("dell", "dell", 0)]
    [InlineData("sweetwater", "swetwatre", 2)]
    [InlineData("nvidia", "energy", 3)]
    public void Slips_between_words_are_counted(string one, string other, int slips) => EditDistance.Between(one, other, 2).ShouldBe(slips);
}

using IrenPortal.Site.Editions;
using IrenPortal.Site.Feeds;
using NodaTime;

namespace IrenPortal.Tests.Site.Feeds;

/// <summary>What subscribers read of an announcement that changed.</summary>
public sealed class FeedTextTests
{
    private static readonly Correction Corrected = new(2, Instant.FromUtc(2025, 11, 4, 15, 0), "A figure <was> wrong.");

    [Fact]
    public void A_correction_stands_before_the_text_with_its_reason_and_the_way_to_what_was_said()
    {
        var html = Of(new EditionStanding("/news/deal", 2, 2, [Corrected]), "<p>New.</p>");

        html.ShouldStartWith("<p><strong>Corrected 4 Nov 2025, 10:00 ET.</strong> A figure &lt;was&gt; wrong. <a href=\"https://ir.example/news/deal?version=1\">What version 1 said</a></p>\n<p>New.</p>");
    }

    [Fact]
    public void A_withdrawal_is_its_notice()
    {
        var standing = new EditionStanding("/news/deal", 3, 3, [Corrected, new Correction(3, Instant.FromUtc(2025, 11, 5, 15, 0), "Not signed.", Withdraws: true)]);

        Of(standing, "").ShouldStartWith("<p><strong>This release was withdrawn 5 Nov 2025, 10:00 ET.</strong> Not signed. <a href=\"https://ir.example/news/deal?version=2\">What was published</a></p>\n");
    }

    [Fact]
    public void A_demonstration_says_so_in_every_item_and_a_company_does_not()
    {
        var standing = new EditionStanding("/news/deal", 1, 1, []);
        var own = Sample.Chrome with { Company = Sample.Company with { Demonstration = false } };

        Of(standing, "<p>Text.</p>").ShouldContain("not the company’s own release and not investment advice");
        FeedText.Of(own, standing, "<p>Text.</p>", []).ShouldBe("<p>Text.</p>");
    }

    private static string Of(EditionStanding standing, string body) => FeedText.Of(Sample.Chrome, standing, body, []);
}

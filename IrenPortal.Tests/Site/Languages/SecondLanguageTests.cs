using AngleSharp;
using AngleSharp.Dom;
using IrenPortal.Data;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site.Languages;

/// <summary>The public pages in another language, which came by a satellite assembly and a setting alone.</summary>
public sealed class SecondLanguageTests
{
    private static readonly Dictionary<string, string[]> Said = new()
    {
        ["/"] = ["All news", "Contract book"],
        ["/news"] = ["Search headlines and text", "All categories"],
        ["/news?q=zzzz"] = ["No release matches “zzzz”"],
        ["/news/microsoft-ai-cloud-contract"] = ["About this release", "Is this release genuine?"],
        ["/contracts"] = ["Largest customer"],
        ["/contracts/microsoft-ai-cloud"] = ["About this contract", "Terms"],
        ["/key-figures"] = ["Key figures"],
        ["/fact-sheet"] = ["Fact sheet"],
        ["/about/timeliness"] = ["How punctual releases are"],
        ["/nothing-here"] = ["There is no page at this address", "Go to"],
    };

    [Fact]
    public async Task A_setting_makes_every_moved_page_speak_the_language_and_say_so()
    {
        PseudoLanguage.Register();
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.Sqlite, new PortalOptions
        {
            Settings = new Dictionary<string, string?> { [SiteLanguage.Key] = PseudoLanguage.Tag, ["Portal:ContentDirectory"] = Repository.Content },
        });
        List<string> unsaid = [];
        foreach (var (address, texts) in Said)
        {
            var page = await PageAsync(await portal.Client.ReceiveAsync(address));
            page.DocumentElement.GetAttribute("lang").ShouldBe(PseudoLanguage.Tag, address);
            (page.QuerySelector("link[hreflang]:not([hreflang=x-default])")?.GetAttribute("hreflang") ?? PseudoLanguage.Tag).ShouldBe(PseudoLanguage.Tag, address);
            var words = Words(page);
            unsaid.AddRange(texts.Append("Skip to the content").Where(text => !words.Contains(PseudoLanguage.Of(text), StringComparison.Ordinal)).Select(text => $"{address}: {text}"));
        }

        unsaid.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("en", "en")]
    [InlineData("en-US", "en-US")]
    public void English_is_built_in(string? value, string tag) => SiteLanguage.Of(value).Name.ShouldBe(tag);

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData("no language")]
    public void A_language_without_texts_is_refused_with_its_key(string value) =>
        Should.Throw<FormatException>(() => SiteLanguage.Of(value)).Message
            .ShouldBe($"Portal:Language: '{value}' is no language that this portal has texts in; write en, or a language whose texts were built in");

    private static async Task<IDocument> PageAsync(Received answer) =>
        await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(answer.Text));

    private static string Words(IDocument page) =>
        page.Body!.TextContent + string.Join(' ', page.Body.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")));
}

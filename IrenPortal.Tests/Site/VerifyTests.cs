using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Site.Verify;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class VerifyTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    private const string Unknown = "0000000000000000000000000000000000000000000000000000000000000001";

    [Theory, EachDatabase]
    public async Task A_release_is_genuine_by_its_hash_its_file_and_its_text_and_its_correction_is_told(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync("Is this one genuine");
        using var published = await second.PublishAsync(id);
        var markdown = await portal.Client.GetByteArrayAsync("/news/is-this-one-genuine.md");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(markdown));

        (await AnswerAsync(portal, $"/verify?sha256={sha256.ToUpperInvariant()}")).ShouldBe(("Genuine", sha256));
        (await PostAsync(portal, "file", markdown)).ShouldBe($"/verify?sha256={sha256}");
        var windows = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(markdown).TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal));
        (await PostAsync(portal, "text", windows)).ShouldBe($"/verify?sha256={sha256}&as=line-ends");
        var forged = await PostAsync(portal, "file", [.. markdown, (byte)'!']);
        (await AnswerAsync(portal, forged)).Verdict.ShouldBe("Not known here");

        using var begun = await editor.CommandAsync(id, "correct", ("reason", "A word was wrong."));
        (await editor.SaveAsync(id, 3, ("body", "Other words."))).Status.ShouldBe(HttpStatusCode.OK);
        using var handed = await editor.CommandAsync(id, "submit", ("base", "4"));
        using var corrected = await second.PublishAsync(id);
        (await AnswerAsync(portal, $"/verify?sha256={sha256}")).Verdict.ShouldBe("Genuine, and corrected since");
        (await portal.Client.GetStringAsync($"/verify?sha256={sha256}")).ShouldContain("A word was wrong.");
    }

    [Theory, EachDatabase]
    public async Task Unknown_hashes_differ_in_nothing_but_the_hash_and_what_is_no_hash_is_no_question(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var other = Unknown.Replace('1', '2');

        (await portal.Client.GetStringAsync($"/verify?sha256={other}")).Replace(other, Unknown, StringComparison.Ordinal)
            .ShouldBe(await portal.Client.GetStringAsync($"/verify?sha256={Unknown}"));
        (await portal.Client.GetStringAsync("/verify?sha256=abc")).ShouldBe(await portal.Client.GetStringAsync("/verify"));
        using var nothing = await SendAsync(portal, "file", []);
        nothing.Headers.Location!.OriginalString.ShouldBe("/verify");
        nothing.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var noForm = await portal.Client.PostAsync("/verify", new StringContent("a=b"));
        noForm.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StaffBrowser.ParseAsync(noForm)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("no whole form");
        using var large = await SendAsync(portal, "file", new byte[ContentLimits.MediaBytes + 1]);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, EachDatabase]
    public async Task Every_entry_of_the_ledger_has_its_page_and_the_checkpoint_is_the_newest(DatabaseProvider provider)
    {
        var portal = await portals.OnAsync(provider);
        var checkpoint = await portal.Client.JsonAsync("/.well-known/iren-portal-ledger.json");
        var entry = checkpoint.GetProperty("entry");
        var newest = entry.GetProperty("number").GetInt64();

        var ledger = await StaffBrowser.ParseAsync(await portal.Client.GetAsync("/verify/ledger"));
        ledger.QuerySelector("tbody th")!.TextContent.ShouldBe($"{newest}");
        var page = await StaffBrowser.ParseAsync(await portal.Client.GetAsync($"/verify/ledger/{newest}"));
        page.QuerySelectorAll("dd.mono").Select(d => d.TextContent).ShouldContain(entry.GetProperty("hash").GetString()!);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("pre")!.TextContent))).ShouldBe(entry.GetProperty("hash").GetString());
        (await portal.Client.GetAsync($"/verify/ledger/{newest + 1}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Client.GetAsync("/verify/ledger/0")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StaffBrowser.ParseAsync(await portal.Client.GetAsync("/verify/ledger?page=999"))).Body!.TextContent.ShouldContain("No entries here");
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", true)]
    [InlineData("SHA256:00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000001", true)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001  release.md", true)]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000011", false)]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000", false)]
    [InlineData("g000000000000000000000000000000000000000000000000000000000000001", false)]
    public void A_hash_is_read_as_tools_print_it(string typed, bool reads) => VerifyQuery.HashOf(typed).ShouldBe(reads ? Unknown : null);

    private static async Task<(string Verdict, string Hash)> AnswerAsync(TestPortal portal, string address)
    {
        var page = await StaffBrowser.ParseAsync(await portal.Client.GetAsync(address));
        return (page.QuerySelector("#answer-title")!.TextContent, page.QuerySelector(".answer .mono")!.TextContent);
    }

    private static async Task<string> PostAsync(TestPortal portal, string field, byte[] bytes)
    {
        using var answer = await SendAsync(portal, field, bytes);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestPortal portal, string field, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent();
        if (field == "file")
        {
            form.Add(part, field, "release.md");
        }
        else
        {
            form.Add(part, field);
        }

        return await portal.Client.PostAsync("/verify", form);
    }
}

using System.Net;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site;

public sealed class CorrectionTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_correction_shows_at_once_and_the_old_text_stays_readable(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var first = new AnnouncementBuilder("corrected") { Body = "Worth nine billion." };
        await portal.PublishAsync(first.Build());
        var before = await portal.Client.ReceiveAsync("/news/corrected");
        var markdown = await portal.Client.ReceiveAsync("/news/corrected.md");

        portal.Clock.Advance(Duration.FromMinutes(3));
        await portal.PublishAsync(first.Corrected("Worth 9.7 billion.", "The amount was rounded.").Build());
        var after = await portal.Client.ReceiveAsync("/news/corrected");
        var old = await portal.Client.ReceiveAsync("/news/corrected?version=1");

        before.Text.ShouldContain("Worth nine billion.");
        after.Text.ShouldContain("Worth 9.7 billion.");
        after.Text.ShouldContain("The amount was rounded.");
        after.Text.ShouldNotContain("Worth nine billion.");
        old.Text.ShouldContain("Worth nine billion.");
        (await portal.Client.ReceiveAsync("/news/corrected.md?version=1")).Body.ShouldBe(markdown.Body);
        (await portal.Client.ReceiveAsync("/news/corrected?version=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_API_tells_versions_corrections_and_the_hash_of_the_Markdown(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var first = new AnnouncementBuilder("told") { Files = [new FileItem("told.csv", "text/csv", [65, 66, 67], true), new FileItem("told.png", "image/png", [1], false)] };
        await portal.PublishAsync(first.Build());
        await portal.PublishAsync(first.Corrected("Better.", "Wrong word.").Build());

        var newest = await portal.Client.JsonAsync("/api/v1/announcements/told");
        var earlier = await portal.Client.JsonAsync("/api/v1/announcements/told?version=1");
        var markdown = await portal.Client.ReceiveAsync("/news/told.md");

        (newest.GetProperty("version").GetInt32(), earlier.GetProperty("version").GetInt32()).ShouldBe((2, 1));
        newest.GetProperty("sha256").GetString().ShouldBe(markdown.Sha256);
        newest.GetProperty("bodyMarkdown").GetString().ShouldBe("Better.");
        newest.GetProperty("releasedAt").GetString().ShouldBe("2025-11-03T11:30:00Z");
        newest.GetProperty("url").GetString().ShouldBe($"{portal.Address}news/told");
        var correction = newest.GetProperty("corrections").EnumerateArray().ShouldHaveSingleItem();
        correction.GetProperty("reason").GetString().ShouldBe("Wrong word.");
        correction.GetProperty("url").GetString().ShouldBe($"{portal.Address}news/told?version=2");
        var file = newest.GetProperty("files").EnumerateArray().ShouldHaveSingleItem("images of the text are no attachments");
        var bytes = await portal.Client.ReceiveAsync(file.GetProperty("url").GetString()!);
        (bytes.Text, bytes.Sha256).ShouldBe(("ABC", file.GetProperty("sha256").GetString()));
        (await portal.Client.ReceiveAsync("/news/told.json?version=1")).Body.ShouldBe((await portal.Client.ReceiveAsync("/api/v1/announcements/told?version=1")).Body);
    }

    [Theory, EachDatabase]
    public async Task Files_are_immutable_sandboxed_and_offered_for_saving_unless_they_are_images(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        await portal.PublishAsync(new AnnouncementBuilder("with-files")
        {
            Files = [new FileItem("terms of 2025.pdf", "application/pdf", [.. "%PDF-"u8], true), new FileItem("chart.png", "image/png", [137, 80], false)],
        }.Build());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await portal.Client.ReceiveAsync("/news/with-files")).Text);
        var pdf = page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        var png = page.QuerySelector("img[src^='/files/']")!.GetAttribute("src")!;

        var attachment = await portal.Client.ReceiveAsync(pdf);
        var image = await portal.Client.ReceiveAsync(png);
        using var ranged = new HttpRequestMessage(HttpMethod.Get, pdf) { Headers = { Range = new(1, 3) } };

        attachment.Headers.ShouldContain("Content-Disposition: attachment; filename=\"terms of 2025.pdf\"");
        attachment.Headers.ShouldContain("Cache-Control: public, max-age=31536000, immutable");
        attachment.Headers.ShouldContain("sandbox");
        attachment.Headers.ShouldContain("X-Content-Type-Options: nosniff");
        image.Headers.ShouldContain("Content-Type: image/png");
        image.Headers.ShouldNotContain("Content-Disposition");
        (await (await portal.Client.SendAsync(ranged)).Content.ReadAsStringAsync()).ShouldBe("PDF");
        (await portal.Client.ReceiveAsync(pdf.Replace("2025", "2026", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound, "the name is part of the address");
    }
}

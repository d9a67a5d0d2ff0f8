using System.Net;
using AngleSharp.Html.Parser;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site.Pdf;

public sealed class PdfAddressTests(SharedPortals portals) : IClassFixture<SharedPortals>
{
    [Theory, EachDatabase]
    public async Task A_PDF_is_an_answer_as_the_page_is_with_its_tag_its_versions_and_the_usual_404(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var first = new AnnouncementBuilder("as-pdf") { Body = "Worth nine billion." };
        await portal.PublishAsync(first.Build());
        var before = await portal.Client.ReceiveAsync("/news/as-pdf.pdf");
        var again = await portal.Client.ReceiveAsync("/news/as-pdf.pdf");
        portal.Clock.Advance(Duration.FromMinutes(3));
        await portal.PublishAsync(first.Corrected("Worth 9.7 billion.", "The amount was rounded.").Build());
        var after = await portal.Client.ReceiveAsync("/news/as-pdf.pdf");

        before.Headers.ShouldContain("Content-Type: application/pdf");
        before.Headers.ShouldContain($"Link: <{portal.Address}news/as-pdf>; rel=\"canonical\"");
        (again.Headers, again.Sha256).ShouldBe((before.Headers, before.Sha256));
        new ReadPdf(before.Body).Words.ShouldContain("Worth nine billion.");
        new ReadPdf(after.Body).Words.ShouldContain("The amount was rounded.");
        new ReadPdf(after.Body).Pages[^1].ShouldContain((await portal.Client.ReceiveAsync("/news/as-pdf.md")).Sha256);
        new ReadPdf((await portal.Client.ReceiveAsync("/news/as-pdf.pdf?version=1")).Body).Words.ShouldContain("This is version 1, kept for the record.");

        using var known = new HttpRequestMessage(HttpMethod.Get, "/news/as-pdf.pdf");
        known.Headers.TryAddWithoutValidation("If-None-Match", after.Headers.Split('\n').Single(h => h.StartsWith("ETag: ", StringComparison.Ordinal))[6..]);
        (await portal.Client.SendAsync(known)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var missing = await portal.Client.ReceiveAsync("/news/never-was");
        foreach (var address in new[] { "/news/never-was.pdf", "/news/as-pdf.pdf?version=9" })
        {
            var answer = await portal.Client.ReceiveAsync(address);
            (answer.Status, answer.Headers, answer.Sha256).ShouldBe((HttpStatusCode.NotFound, missing.Headers, missing.Sha256));
        }

        var page = new HtmlParser().ParseDocument((await portal.Client.ReceiveAsync("/news/as-pdf")).Text);
        page.QuerySelector("link[rel=alternate][type='application/pdf']")!.GetAttribute("href").ShouldEndWith("/news/as-pdf.pdf");
        page.QuerySelector("aside a[href='/news/as-pdf.pdf']")!.TextContent.ShouldBe("PDF");
    }
}

using System.Net;
using System.Text;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.News;
using IrenPortal.Site.Pdf.Markup;
using IrenPortal.Site.Pdf.Typesetting;
using IrenPortal.Site.Published;
using NodaTime;

namespace IrenPortal.Site.Pdf;

/// <summary>Makes the PDF of an edition: the same parts as its page, set on paper. One at a time, so that whoever asks for all of them takes one core.</summary>
public sealed class AnnouncementPdfs(DocumentRenderer renderer) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The PDF of an edition at a moment.</summary>
    public async Task<Answer> OfAsync(AnnouncementEdition edition, SiteMoment moment)
    {
        await _one.WaitAsync();
        try
        {
            var content = await ContentAsync(edition, moment);

            // The page is what a search should find.
            return new Answer("application/pdf", PdfComposer.Compose(content)) { Link = $"<{content.Address}>; rel=\"canonical\"" };
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>What the PDF of an edition holds.</summary>
    /// <param name="view">The edition with all that its page shows.</param>
    /// <param name="created">When it was released.</param>
    /// <param name="html">What <see cref="AnnouncementPdf"/> wrote for it.</param>
    internal static PdfContent ContentOf(AnnouncementView view, Instant created, string html)
    {
        var (chrome, sha256) = (view.Chrome, view.Sha256!);
        return new PdfContent
        {
            Title = view.Document.Headline,
            Author = chrome.Company.Name,
            Subject = view.IsWithdrawn ? "This release was withdrawn." : view.Document.Summary,
            Created = created,
            Sha256 = sha256,
            Brand = chrome.Company.Name,
            BrandNote = $"{chrome.Company.Exchange}: {chrome.Company.Ticker}",
            Address = chrome.Absolute(view.Href),
            FootNote = FormattableString.Invariant($"Version {view.Version}, SHA-256 {sha256[..16]} … The current version is at the address above."),
            Blocks = BlockReader.Read(html, href => Uri.TryCreate(href, UriKind.Absolute, out var known) && known.Scheme is "http" or "https" or "mailto" ? href : chrome.Absolute(href)),
            Charts = PdfCharts.Of(view.IsWithdrawn ? null : view.Reaction),
        };
    }

    /// <summary>Whether every character of a piece of HTML can be shown.</summary>
    internal static bool CanShow(string html) => PdfFaces.CanShow(WebUtility.HtmlDecode(html));

    private async Task<PdfContent> ContentAsync(AnnouncementEdition edition, SiteMoment moment)
    {
        var view = AnnouncementViews.Of(edition, moment);
        var html = await HtmlAsync(view, edition.Number, missing: false);
        return ContentOf(view, edition.ReleasedAt, CanShow(html) ? html : await HtmlAsync(view, edition.Number, missing: true));
    }

    private async Task<string> HtmlAsync(AnnouncementView view, long entry, bool missing) => Encoding.UTF8.GetString((await renderer.RenderAsync<AnnouncementPdf>(new()
    {
        [nameof(AnnouncementPdf.View)] = view,
        [nameof(AnnouncementPdf.Entry)] = entry,
        [nameof(AnnouncementPdf.Missing)] = missing,
    })).Body.Span);
}

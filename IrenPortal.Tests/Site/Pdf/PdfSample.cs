using System.Diagnostics;
using IrenPortal.Content;
using IrenPortal.Site.News;
using IrenPortal.Site.Pdf;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Site.Pdf;

/// <summary>PDFs made without a portal.</summary>
internal static class PdfSample
{
    private static readonly Instant Released = Instant.FromUtc(2025, 11, 3, 5, 0);

    /// <summary>The sample announcement with another body.</summary>
    public static AnnouncementView WithBody(string markdown)
    {
        var rendered = MarkdownRenderer.Render(markdown);
        rendered.Issues.ShouldBeEmpty();
        return Sample.Announcement with { BodyHtml = rendered.Html };
    }

    /// <summary>A shipped announcement with its reaction, as its page has it.</summary>
    public static AnnouncementView Shipped(AnnouncementDocument document) => WithBody(document.Body) with
    {
        Document = document,
        Contract = Site.Shipped.Set.Contracts.FirstOrDefault(c => c.Slug == document.Contract),
        Reaction = Site.Shipped.View(document.Slug),
    };

    /// <summary>What the PDF of a page holds.</summary>
    public static async Task<PdfContent> ContentAsync(AnnouncementView view)
    {
        var html = await HtmlAsync(missing: false);
        return AnnouncementPdfs.ContentOf(view, Released, AnnouncementPdfs.CanShow(html) ? html : await HtmlAsync(missing: true));

        Task<string> HtmlAsync(bool missing) =>
            Render.Markup<AnnouncementPdf>((nameof(AnnouncementPdf.View), view), (nameof(AnnouncementPdf.Entry), 20L), (nameof(AnnouncementPdf.Missing), missing));
    }

    /// <summary>The file.</summary>
    public static async Task<byte[]> BytesAsync(AnnouncementView view) => PdfComposer.Compose(await ContentAsync(view));

    /// <summary>The file, read.</summary>
    public static async Task<ReadPdf> ReadAsync(AnnouncementView view) => new(await BytesAsync(view));

    /// <summary>What a tool says of a file that it finds fault with; empty where it finds none or where the tool is not installed.</summary>
    public static async Task<string> CheckAsync(byte[] file)
    {
        if (!File.Exists("/usr/bin/qpdf"))
        {
            return "";
        }

        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            using var check = Process.Start(new ProcessStartInfo("/usr/bin/qpdf", ["--check", path]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = await check.StandardOutput.ReadToEndAsync() + await check.StandardError.ReadToEndAsync();
            await check.WaitForExitAsync();
            return check.ExitCode == 0 ? "" : said;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

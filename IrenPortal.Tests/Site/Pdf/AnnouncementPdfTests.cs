using System.Globalization;
using IrenPortal.Content;
using IrenPortal.Site.Editions;
using NodaTime;

namespace IrenPortal.Tests.Site.Pdf;

/// <summary>What the PDF of an announcement says, and that it is the same every time.</summary>
public sealed class AnnouncementPdfTests
{
    [Fact]
    public async Task Every_shipped_announcement_has_a_PDF_with_its_text_figures_sources_and_proof()
    {
        foreach (var announcement in Shipped.Set.Announcements)
        {
            var pdf = await PdfSample.ReadAsync(PdfSample.Shipped(announcement));

            pdf.Outline[0].ShouldBe(announcement.Headline);
            pdf.Outline.ShouldContain("How the share reacted");
            pdf.Words.ShouldContain("Calculated by this site from daily prices; not part of the release");
            pdf.Words.ShouldContain("A move is no proof of its cause.");
            pdf.Links.ShouldContain($"https://ir.example/verify?sha256={Sample.Hash}");
            pdf.Pages[^1].ShouldContain(Sample.Hash);
            foreach (var (page, number) in pdf.Pages.Select((p, i) => (p, i + 1)))
            {
                page.ShouldContain($"Page {number} of {pdf.Pages.Count}");
                page.ShouldContain($"https://ir.example/news/{announcement.Slug}");
            }

        }

        (await PdfSample.CheckAsync(await PdfSample.BytesAsync(PdfSample.Shipped(Shipped.Announcement("microsoft-ai-cloud-contract"))))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_says_what_it_is_in_which_language_and_how_it_is_built()
    {
        var view = PdfSample.WithBody("## Terms & more\n\nWords.\n\n1. One\n2. Two\n\n| a | b |\n|---|--:|\n| c | d |\n");
        var pdf = await PdfSample.ReadAsync(view with { Document = view.Document with { Headline = "A & B < C" } });

        pdf.Text.ShouldContain("<dc:title>");
        pdf.Text.ShouldContain("A &amp; B &lt; C</rdf:li>");
        pdf.Text.ShouldContain("/Lang(en)");
        pdf.Text.ShouldContain("/DisplayDocTitle true");
        pdf.Text.ShouldContain("/CreationDate(D:20251103050000Z)");
        pdf.Text.ShouldContain("/MarkInfo<</Marked true>>");
        pdf.Outline.ShouldBe(["A & B < C", "Terms & more", "Files", "Sources", "Is this release genuine?"]);
        foreach (var tag in new[] { "H1", "H2", "P", "L", "LI", "LBody", "Table", "THead", "TH", "TD", "Link" })
        {
            pdf.Text.ShouldContain($"/Type/StructElem/S/{tag}/");
        }

        pdf.Text.ShouldContain("/Scope/Column");
        pdf.Text.ShouldContain("/ListNumbering/Decimal");
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public async Task The_bytes_are_the_same_in_every_culture(string culture)
    {
        var content = await PdfSample.ContentAsync(PdfSample.Shipped(Shipped.Announcement("microsoft-ai-cloud-contract")));
        var first = IrenPortal.Site.Pdf.PdfComposer.Compose(content);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            (await PdfSample.BytesAsync(PdfSample.Shipped(Shipped.Announcement("microsoft-ai-cloud-contract")))).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_figures_of_the_contract_and_the_files_with_their_hashes_are_in_it()
    {
        var pdf = await PdfSample.ReadAsync(Sample.Announcement);

        pdf.Words.ShouldContain("Total contract value");
        pdf.Words.ShouldContain("About $9.7bn");
        pdf.Words.ShouldContain("terms.csv CSV, 771 bytes");
        pdf.Words.ShouldContain($"SHA-256 {Sample.Hash}");
        pdf.Words.ShouldContain("3 Nov 2025 · Before the open · AI Cloud");
        pdf.Words.ShouldContain("It is not the company’s own release");
        pdf.Links.ShouldContain("https://ir.example/files/1/terms.csv");
        pdf.Links.ShouldContain("https://www.sec.gov/x");
        pdf.Words.ShouldNotContain("How the share reacted", Case.Sensitive, "there is no session yet");
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_say_so_as_on_the_page()
    {
        var at = Instant.FromUtc(2025, 11, 5, 14, 0);
        var corrected = await PdfSample.ReadAsync(Sample.Announcement with { Version = 2, LatestVersion = 2, Corrections = [new Correction(2, at, "The amount was rounded.")] });
        var earlier = await PdfSample.ReadAsync(Sample.Announcement with { LatestVersion = 2, Corrections = [new Correction(2, at, "The amount was rounded.")] });
        var withdrawn = await PdfSample.ReadAsync(Sample.Announcement with
        {
            Document = Sample.Document with { Status = DocumentStatus.Withdrawn, Reason = "Not signed." },
            Version = 2,
            LatestVersion = 2,
            Corrections = [new Correction(2, at, "Not signed.", Withdraws: true)],
        });

        corrected.Words.ShouldContain("Corrected 5 Nov 2025");
        corrected.Words.ShouldContain("The amount was rounded.");
        corrected.Links.ShouldContain("https://ir.example/news/microsoft-ai-cloud-contract?version=1");
        earlier.Words.ShouldContain("This is version 1, kept for the record.");
        withdrawn.Words.ShouldContain("This release was withdrawn");
        withdrawn.Words.ShouldContain("Not signed.");
        withdrawn.Words.ShouldNotContain("IREN has agreed.");
        withdrawn.Words.ShouldNotContain("terms.csv");
    }
}

using IrenPortal.Site.Pdf.Layout;
using IrenPortal.Site.Pdf.Markup;
using NodaTime;

namespace IrenPortal.Site.Pdf;

/// <summary>What a PDF holds: equal contents make equal bytes. Immutable.</summary>
internal sealed record PdfContent
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Who says it.</summary>
    public required string Author { get; init; }

    /// <summary>What it is about, one sentence or two.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was released: the PDF's own date.</summary>
    public required Instant Created { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the edition's Markdown; the document's identity.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The name over the first page.</summary>
    public required string Brand { get; init; }

    /// <summary>What stands at its right.</summary>
    public required string BrandNote { get; init; }

    /// <summary>The first line of the foot: the address of the original.</summary>
    public required string Address { get; init; }

    /// <summary>The second line of the foot.</summary>
    public required string FootNote { get; init; }

    /// <summary>The text.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The charts that the text names.</summary>
    public required IReadOnlyDictionary<string, PdfChart> Charts { get; init; }
}

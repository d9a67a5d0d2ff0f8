using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IrenPortal.Data.Public;
using NodaTime.Text;

namespace IrenPortal.Gate;

/// <summary>
/// SHA-256 over all rows of one command, every column, each value with its length before it so that no two different
/// sets of rows read alike. The command's closing ledger entry carries it.
/// </summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The rows' digest in lower-case hex, rows in the order of their numbers.</summary>
    public static string Of(CommandRows rows)
    {
        using var digest = new RowDigest();
        digest.Add(rows);
        return Convert.ToHexStringLower(digest._hash.GetHashAndReset());
    }

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private void Add(CommandRows rows)
    {
        Row("command", rows.Command.Key, rows.Command.FirstNumber, rows.Command.LastNumber, LedgerChain.Format(rows.Command.At));
        foreach (var key in rows.Keys.OrderBy(k => k.FromNumber))
        {
            Row("key", key.FromNumber, key.PublicKeyPem);
        }

        foreach (var file in rows.Files.OrderBy(f => f.Number))
        {
            Row("file", file.Number, file.Id, file.Name, file.ContentType, file.Length, file.Sha256);
        }

        foreach (var e in rows.Editions.OrderBy(e => e.Number))
        {
            Row("edition", e.Number, e.Kind, e.Slug, e.Version, e.Title, e.Summary, e.Category, e.CategoryKey, e.ContractSlug,
                LedgerChain.Format(e.ReleasedAt), LedgerChain.Format(e.CommittedAt), e.Year, e.Featured, e.SearchKey, e.Markdown, e.Html, e.Document, e.Sha256, e.Reason);
        }

        foreach (var tag in rows.Tags.OrderBy(t => t.EditionNumber).ThenBy(t => t.Ordinal))
        {
            Row("tag", tag.EditionNumber, tag.Ordinal, tag.Tag, tag.TagKey);
        }

        foreach (var use in rows.Uses.OrderBy(u => u.EditionNumber).ThenBy(u => u.Ordinal))
        {
            Row("use", use.EditionNumber, use.Ordinal, use.FileId, use.Attached);
        }

        foreach (var bar in rows.Bars.OrderBy(b => b.Number).ThenBy(b => b.Date))
        {
            Row("bar", bar.Number, bar.Symbol, LocalDatePattern.Iso.Format(bar.Date), BarCsv.Plain(bar.Open), BarCsv.Plain(bar.High), BarCsv.Plain(bar.Low), BarCsv.Plain(bar.Close), bar.Volume);
        }

        foreach (var action in rows.Actions.OrderBy(a => a.Number).ThenBy(a => a.ExDate).ThenBy(a => a.Kind, StringComparer.Ordinal))
        {
            Row("action", action.Number, action.Symbol, LocalDatePattern.Iso.Format(action.ExDate), action.Kind, BarCsv.Plain(action.Value));
        }

        foreach (var f in rows.Filings.OrderBy(f => f.Number).ThenBy(f => f.AccessionNumber, StringComparer.Ordinal))
        {
            Row("filing", f.Number, f.Cik, f.AccessionNumber, f.Form, LocalDatePattern.Iso.Format(f.FiledOn), f.ReportedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
                f.AcceptedAt is { } at ? LedgerChain.Format(at) : null, f.Items, f.Size, f.HasXbrl, f.HasInlineXbrl, f.Document, f.Description);
        }

        foreach (var timing in rows.Timings.OrderBy(t => t.Number))
        {
            Row("timing", timing.Number, timing.EditionNumber, timing.ToCsv());
        }
    }

    private void Row(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            _hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
            _hash.AppendData(bytes);
        }

        _hash.AppendData("\n"u8);
    }
}

/// <summary>All immutable rows that one command wrote, the ledger's own aside.</summary>
internal sealed record CommandRows(CarriedOutCommand Command)
{
    public List<LedgerKey> Keys { get; } = [];

    public List<PublicFile> Files { get; } = [];

    public List<Edition> Editions { get; } = [];

    public List<EditionTag> Tags { get; } = [];

    public List<EditionFile> Uses { get; } = [];

    public List<BarRevision> Bars { get; } = [];

    public List<CorporateActionRevision> Actions { get; } = [];

    public List<FilingRevision> Filings { get; } = [];

    public List<EditionTiming> Timings { get; } = [];
}

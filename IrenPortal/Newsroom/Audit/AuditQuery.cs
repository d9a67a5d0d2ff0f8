using System.Globalization;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;
using IrenPortal.Ui.Formats;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace IrenPortal.Newsroom.Audit;

/// <summary>What is looked for in the audit: the query string of its page.</summary>
/// <param name="Person">A user's id or <c>system</c>; empty for everybody.</param>
/// <param name="Kind">The kind of act; null for every kind.</param>
/// <param name="Document">The document's id as typed; empty for all.</param>
/// <param name="From">The first day, in the company's zone.</param>
/// <param name="To">The last day.</param>
/// <param name="UpTo">The newest entry of the first page, so that what is recorded meanwhile moves none; null on the first.</param>
/// <param name="Page">From 1.</param>
public sealed record AuditQuery(string Person, AuditKind? Kind, string Document, LocalDate? From, LocalDate? To, long? UpTo, int Page)
{
    /// <summary>The address of the page.</summary>
    public const string Home = "/admin/audit";

    /// <summary>The address of the export.</summary>
    public const string Export = "/admin/audit.csv";

    private const int LastPage = 1_000_000;

    /// <summary>The document's id; null where none is typed or what is typed is none.</summary>
    public Guid? DocumentId => Guid.TryParse(Document, out var id) ? id : null;

    /// <summary>True when anything narrows the list.</summary>
    public bool IsNarrow => Person.Length > 0 || Kind is not null || Document.Length > 0 || From is not null || To is not null;

    /// <summary>Reads the query string; what can't be read is left out.</summary>
    public static AuditQuery Of(IQueryCollection query)
    {
        var asked = new QueryFields(query);
        return new AuditQuery(
            asked.Text("person") ?? "",
            AuditKind.Named(asked.Text("kind")),
            asked.Text("document") ?? "",
            asked.Date("from"),
            asked.Date("to"),
            asked.LongNumber("upTo"),
            asked.Number("page", 1, LastPage) ?? 1);
    }

    /// <summary>The address of this list in another form, without its page.</summary>
    public string Href(string address) => QueryHelpers.AddQueryString(address, Fields());

    /// <summary>The address of a page of this list.</summary>
    public string PageHref(int page, long upTo) => QueryHelpers.AddQueryString(Href(Home), new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["upTo"] = upTo.ToString(CultureInfo.InvariantCulture),
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The entries that fit, in no order.</summary>
    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, DateTimeZone zone)
    {
        var fitting = entries;
        if (Person.Length > 0)
        {
            fitting = fitting.Where(e => e.Actor == Person);
        }

        if (Document.Length > 0)
        {
            var subject = DocumentId?.ToString("N") ?? Document;
            fitting = fitting.Where(e => e.Subject == subject);
        }

        if (Kind is not null)
        {
            var patterns = Kind.Prefixes.Select(p => p + "%").ToList();
            fitting = fitting.Where(e => patterns.Any(p => EF.Functions.Like(e.Action, p)));
        }

        if (From is { } from)
        {
            var first = zone.AtStartOfDay(from).ToInstant();
            fitting = fitting.Where(e => e.At >= first);
        }

        if (To is { } to)
        {
            var end = zone.AtStartOfDay(to.PlusDays(1)).ToInstant();
            fitting = fitting.Where(e => e.At < end);
        }

        return UpTo is { } last ? fitting.Where(e => e.Number <= last) : fitting;
    }

    private Dictionary<string, string?> Fields() => new (string Name, string? Value)[]
    {
        ("person", Person), ("kind", Kind?.Value), ("document", Document),
        ("from", From is { } from ? Format.Machine(from) : null), ("to", To is { } to ? Format.Machine(to) : null),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
}

using IrenPortal.Content.FrontMatter;
using NodaTime.Text;

namespace IrenPortal.Content;

/// <summary>Contracts as files: Markdown with front matter in, the canonical import format out.</summary>
public static class ContractFile
{
    /// <summary>Reads and checks one file.</summary>
    /// <param name="path">The file as the caller names it; its name is the slug.</param>
    /// <param name="text">The whole file.</param>
    public static ContentRead<ContractDocument> Read(string path, string text) => Read(path, text, slug: null);

    /// <summary>As <see cref="Read(string, string)"/>, with a slug that comes from elsewhere than the name.</summary>
    internal static ContentRead<ContractDocument> Read(string path, string text, string? slug) => MarkdownDocument.Read(path, text, (fields, body) =>
    {
        var name = slug ?? Rules.SlugOfName(path, fields.Issues);
        var title = fields.RequiredText("title");
        var counterparty = fields.RequiredText("counterparty");
        fields.Require("role", "role: customer");
        fields.Require("status", "status: announced");
        var document = new ContractDocument
        {
            Slug = name,
            Title = title,
            Counterparty = counterparty,
            Role = fields.Choice<ContractRole>("role") ?? default,
            Status = fields.Choice<ContractStatus>("status") ?? default,
            Signed = fields.Date("signed"),
            Announced = fields.Date("announced"),
            TotalValue = fields.Money("totalValue"),
            TermYears = fields.Number("termYears", 0.01m, 1_000),
            TermNote = fields.Text("termNote"),
            PrepaymentPercent = fields.Number("prepaymentPercent", 0, 100),
            PrepaymentNote = fields.Text("prepaymentNote"),
            AnnualRunRate = fields.Money("annualRunRate"),
            Hardware = fields.Text("hardware"),
            Site = fields.Text("site"),
            ItLoadMegawatts = fields.Number("itLoadMegawatts", 0, 1_000_000),
            RelatedSpend = fields.MapList("relatedSpend", Spend),
            Phases = fields.MapList("phases", Phase),
            Termination = fields.Text("termination"),
            Announcement = fields.Slug("announcement"),
            Reported = fields.Flag("reported"),
            Sources = fields.Links("sources"),
            Withdrawn = Withdrawal.Read(fields),
            Reason = fields.Text("reason", ContentLimits.SummaryLength),
            Body = body,
        };
        return document.Withdrawn ? document.AsWithdrawn() : document;
    });

    /// <summary>The canonical import format, whose hash is in the ledger: fields in fixed order, defaults left out, LF line ends.</summary>
    public static string Write(ContractDocument document) => MarkdownDocument.Write(document.Body, fields =>
    {
        fields.Text("title", document.Title);
        fields.Text("counterparty", document.Counterparty);
        fields.Text("role", Words<ContractRole>.Of(document.Role));
        fields.Text("status", Words<ContractStatus>.Of(document.Status));
        fields.Date("signed", document.Signed);
        fields.Date("announced", document.Announced);
        fields.Money("totalValue", document.TotalValue, plainDollars: false);
        fields.Number("termYears", document.TermYears);
        fields.Text("termNote", document.TermNote);
        fields.Number("prepaymentPercent", document.PrepaymentPercent);
        fields.Text("prepaymentNote", document.PrepaymentNote);
        fields.Money("annualRunRate", document.AnnualRunRate, plainDollars: false);
        fields.Text("hardware", document.Hardware);
        fields.Text("site", document.Site);
        fields.Number("itLoadMegawatts", document.ItLoadMegawatts);
        fields.List("relatedSpend", document.RelatedSpend, (entry, spend) =>
        {
            entry.Text("counterparty", spend.Counterparty);
            entry.Money("amount", spend.Amount, plainDollars: true);
            entry.Text("what", spend.What);
        });
        fields.List("phases", document.Phases, (entry, phase) =>
        {
            entry.Text("name", phase.Name);
            entry.Number("megawatts", phase.Megawatts);
            entry.Text("status", phase.Status);
            entry.Date("date", phase.Date);
            entry.Text("date", phase.Date is null ? phase.DateText : null);
            entry.Flag("reported", phase.Reported);
        });
        fields.Text("termination", document.Termination);
        fields.Text("announcement", document.Announcement);
        fields.Flag("reported", document.Reported);
        fields.Links("sources", document.Sources);
        fields.Flag("withdrawn", document.Withdrawn);
        fields.Text("reason", document.Reason);
    });

    /// <summary>Where the file lies in a content folder.</summary>
    public static string PathOf(ContractDocument document) => $"contracts/{document.Slug}.md";

    private static RelatedSpend Spend(FieldReader fields)
    {
        var counterparty = fields.RequiredText("counterparty");
        fields.Require("amount", "amount: 5810000000");
        return new RelatedSpend(counterparty, fields.Money("amount") ?? new Money(0, "USD", Approximate: false), fields.RequiredText("what"));
    }

    private static ContractPhase Phase(FieldReader fields)
    {
        var name = fields.RequiredText("name");
        var megawatts = fields.Number("megawatts", 0, 1_000_000);
        var status = fields.Text("status");
        var words = fields.Text("date");
        var date = words is null ? null : LocalDatePattern.Iso.Parse(words) is { Success: true } parsed ? parsed.Value : (NodaTime.LocalDate?)null;
        if (words is not null && date is null && LooksLikeDate(words))
        {
            fields.Fault("date", $"is `{words}`, a date that doesn't exist: write one that does, or words such as \"target Q4 2026\"");
        }

        return new ContractPhase(name, megawatts, status, date is null ? words : null, date, fields.Flag("reported"));
    }

    private static bool LooksLikeDate(string words) => words.Length is >= 8 and <= 10 && words.All(c => char.IsAsciiDigit(c) || c == '-') && words.Count(c => c == '-') == 2;
}

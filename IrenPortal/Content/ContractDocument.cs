using System.Text.Json.Serialization;
using NodaTime;

namespace IrenPortal.Content;

/// <summary>What the other party of a contract is to the company.</summary>
public enum ContractRole
{
    /// <summary>Buys the company's services.</summary>
    Customer,

    /// <summary>Sells equipment or services to the company.</summary>
    Supplier,

    /// <summary>Lends to the company.</summary>
    Lender,

    /// <summary>Works with the company; no purchase either way.</summary>
    Partner,
}

/// <summary>Where a contract stands.</summary>
public enum ContractStatus
{
    /// <summary>Made public; service or delivery has not begun.</summary>
    Announced,

    /// <summary>In service or being delivered.</summary>
    Active,

    /// <summary>Fulfilled.</summary>
    Completed,

    /// <summary>Ended before it was fulfilled.</summary>
    Terminated,
}

/// <summary>One contract of the book as its file says it; every figure may be unknown.</summary>
public sealed record ContractDocument
{
    /// <summary>The address: lower-case letters, digits and single hyphens; the file's name.</summary>
    public required string Slug { get; init; }

    /// <summary>One line of plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The other party.</summary>
    public required string Counterparty { get; init; }

    /// <summary>What the other party is to the company.</summary>
    public required ContractRole Role { get; init; }

    /// <summary>Where it stands.</summary>
    public required ContractStatus Status { get; init; }

    /// <summary>Day of signature.</summary>
    public LocalDate? Signed { get; init; }

    /// <summary>Day of announcement.</summary>
    public LocalDate? Announced { get; init; }

    /// <summary>Total value over the term.</summary>
    public Money? TotalValue { get; init; }

    /// <summary>Length in years.</summary>
    public decimal? TermYears { get; init; }

    /// <summary>What the number of years leaves out.</summary>
    public string? TermNote { get; init; }

    /// <summary>Prepayment in per cent of the total value, 0 to 100.</summary>
    public decimal? PrepaymentPercent { get; init; }

    /// <summary>When and how the prepayment is made and credited.</summary>
    public string? PrepaymentNote { get; init; }

    /// <summary>What a year brings with every phase in service; not revenue.</summary>
    public Money? AnnualRunRate { get; init; }

    /// <summary>The equipment, in words.</summary>
    public string? Hardware { get; init; }

    /// <summary>The place, in words.</summary>
    public string? Site { get; init; }

    /// <summary>Critical IT load in MW.</summary>
    public decimal? ItLoadMegawatts { get; init; }

    /// <summary>What the company spends elsewhere to fulfil it.</summary>
    public IReadOnlyList<RelatedSpend> RelatedSpend { get; init; } = [];

    /// <summary>Its phases in the order of the file.</summary>
    public IReadOnlyList<ContractPhase> Phases { get; init; } = [];

    /// <summary>How it may end early, in words.</summary>
    public string? Termination { get; init; }

    /// <summary>Slug of the announcement with which it is released.</summary>
    public string? Announcement { get; init; }

    /// <summary>True where figures are known from reports alone and were not checked against the filing.</summary>
    public bool Reported { get; init; }

    /// <summary>Where the figures come from.</summary>
    public IReadOnlyList<SourceLink> Sources { get; init; } = [];

    /// <summary>True once it is taken out of the book; the text before stays at its own version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    /// <summary>Why this edition corrects or withdraws the one before; readers see it. Null on a first edition.</summary>
    public string? Reason { get; init; }

    /// <summary>The summary in words: Markdown without front matter.</summary>
    public required string Body { get; init; }

    /// <summary>What is left of it once it is withdrawn: its names, where it stood, the day of its announcement and the reason.</summary>
    public ContractDocument AsWithdrawn() => new()
    {
        Slug = Slug,
        Title = Title,
        Counterparty = Counterparty,
        Role = Role,
        Status = Status,
        Announced = Announced,
        Withdrawn = true,
        Reason = Reason,
        Body = "",
    };
}

/// <summary>An amount of money.</summary>
/// <param name="Amount">In whole units of the currency, above zero.</param>
/// <param name="Currency">ISO 4217 code, such as USD.</param>
/// <param name="Approximate">True where the source says "about".</param>
public sealed record Money(decimal Amount, string Currency, bool Approximate);

/// <summary>Money that the company spends with another party to fulfil a contract.</summary>
/// <param name="Counterparty">Who is paid.</param>
/// <param name="Amount">How much.</param>
/// <param name="What">For what, in words.</param>
public sealed record RelatedSpend(string Counterparty, Money Amount, string What);

/// <summary>One phase of a contract. At most one of <paramref name="DateText"/> and <paramref name="Date"/> is set.</summary>
/// <param name="Name">Its name, such as a hall's.</param>
/// <param name="Megawatts">Its IT load in MW.</param>
/// <param name="Status">Where it stands, in a word.</param>
/// <param name="DateText">Its date where only words are known, such as "target Q4 2026".</param>
/// <param name="Date">Its date where the day is known.</param>
/// <param name="Reported">True where this is known from reports alone.</param>
public sealed record ContractPhase(string Name, decimal? Megawatts, string? Status, string? DateText, LocalDate? Date, bool Reported);

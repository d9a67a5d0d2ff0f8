using IrenPortal.Market.Calendar;
using NodaTime;

namespace IrenPortal.Content;

/// <summary>The company and its listing, from <c>company.yml</c>.</summary>
public sealed record CompanyProfile
{
    /// <summary>The short name.</summary>
    public required string Name { get; init; }

    /// <summary>The registered name.</summary>
    public required string LegalName { get; init; }

    /// <summary>Symbol of the share.</summary>
    public required string Ticker { get; init; }

    /// <summary>The primary listing, in words.</summary>
    public required string Exchange { get; init; }

    /// <summary>IANA zone in which dates are printed and plain dates are read.</summary>
    public required string Zone { get; init; }

    /// <summary>Symbol of the benchmark.</summary>
    public required string Benchmark { get; init; }

    /// <summary>The categories that an announcement may have, at least one.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Whom to write to or call.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>Number in the SEC's register, ten digits.</summary>
    public string? Cik { get; init; }

    /// <summary>Registration elsewhere, such as "ACN 629 842 799".</summary>
    public string? Registration { get; init; }

    /// <summary>Registered address on one line.</summary>
    public string? Address { get; init; }

    /// <summary>True where pages must say that this is no official site.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The symbols whose prices the portal keeps.</summary>
    public IReadOnlyList<SymbolProfile> Symbols { get; init; } = [];

    /// <summary>Figures for the home page.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures { get; init; } = [];

    /// <summary>Figures over time, for the page of key figures.</summary>
    public IReadOnlyList<FigureSeries> FigureSeries { get; init; } = [];

    /// <summary>True for the share, the benchmark and every listed symbol.</summary>
    public bool Knows(string symbol) =>
        symbol == Ticker || symbol == Benchmark || Symbols.Any(s => s.Symbol == symbol);

    /// <summary>The days on which a symbol has bars; the exchange's sessions unless the profile says otherwise.</summary>
    public ExchangeCalendar CalendarOf(string symbol) =>
        Symbols.FirstOrDefault(s => s.Symbol == symbol)?.Calendar == SymbolCalendar.Daily ? ExchangeCalendar.Daily : ExchangeCalendar.UsEquities;
}

/// <summary>A person or desk.</summary>
/// <param name="Name">Name of the person or desk.</param>
/// <param name="Role">What they do.</param>
/// <param name="Email">Address, or null.</param>
/// <param name="Phone">Number as dialled, or null.</param>
public sealed record Contact(string Name, string? Role, string? Email, string? Phone);

/// <summary>Which days a symbol has bars on.</summary>
public enum SymbolCalendar
{
    /// <summary>The sessions of the US equity calendar.</summary>
    Exchange,

    /// <summary>Every day, as with coins.</summary>
    Daily,
}

/// <summary>A symbol whose prices the portal keeps.</summary>
/// <param name="Symbol">The symbol: upper-case letters, digits, dot and hyphen.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Currency">ISO 4217 code of its prices.</param>
/// <param name="Calendar">Which days it has bars on.</param>
/// <param name="Peer">True of a company of the same trade, which the stock page offers to lay beside the share.</param>
public sealed record SymbolProfile(string Symbol, string Name, string Currency, SymbolCalendar Calendar, bool Peer = false);

/// <summary>A figure for the home page.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Figure">The figure as printed.</param>
/// <param name="Note">What a reader must know beside it, or null.</param>
/// <param name="AsOf">The day for which it holds, or null.</param>
/// <param name="Source">Where it comes from, or null.</param>
/// <param name="Reported">True where it is known from reports alone.</param>
public sealed record KeyFigure(string Label, string Figure, string? Note, LocalDate? AsOf, string? Source, bool Reported);

using IrenPortal.Data.Newsroom;
using IrenPortal.Market.Prices;
using IrenPortal.Newsroom.Frame;
using IrenPortal.Ui;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Prices;

/// <summary>What the market pages call things.</summary>
internal static class PriceWords
{
    /// <summary>How many rows of what: <c>3 bars, 1 split or dividend</c>.</summary>
    public static string Rows(int bars, int actions) => string.Join(", ", new[]
    {
        bars > 0 ? Format.Plural(bars, "bar", "bars") : null,
        actions > 0 ? Format.Plural(actions, "split or dividend", "splits or dividends") : null,
    }.OfType<string>());

    /// <summary>The way that prices came, and the file or host.</summary>
    public static string From(ProposalLine? line) => line is null ? "Content files" : $"{From(line.Origin)}, {line.Source}";

    /// <summary>Who brought them and who said yes or no; empty where nobody did yet.</summary>
    public static string Who(ProposalLine? line, StaffFrame frame)
    {
        if (line is null)
        {
            return "Import";
        }

        var brought = line.Origin is PriceOrigin.Person ? frame.NameOf(line.CreatedBy) : null;
        var decided = line switch
        {
            { DecidedBy: "" } => null,
            { DecidedBy: StaffGuard.System } => line.Origin is PriceOrigin.CommandLine ? "An operator" : "By itself",
            _ when line.Origin is PriceOrigin.Person && line.DecidedBy == line.CreatedBy => null,
            { State: ProposalState.Rejected } => $"No by {frame.NameOf(line.DecidedBy)}",
            _ => $"Yes by {frame.NameOf(line.DecidedBy)}",
        };
        return string.Join(" · ", new[] { brought, decided }.OfType<string>());
    }

    /// <summary>The state in words.</summary>
    public static string State(ProposalState state) => state switch
    {
        ProposalState.Proposed => "Waiting for a yes",
        ProposalState.Releasing => "On its way to readers",
        ProposalState.Released => "Readers have it",
        ProposalState.Rejected => "Rejected",
        _ => "Replaced by a newer one",
    };

    /// <summary>The state's mark.</summary>
    public static StateKind Mark(ProposalState state) => state switch
    {
        ProposalState.Proposed or ProposalState.Releasing => StateKind.Waiting,
        ProposalState.Released => StateKind.Good,
        ProposalState.Rejected => StateKind.Bad,
        _ => StateKind.Neutral,
    };

    /// <summary>A price as it was traded, with two decimals or as many as it has.</summary>
    public static string Price(decimal? price) => price is not { } known ? "–" : decimal.Round(known, 2) == known ? Format.Price(known) : Format.Number(known, 10);

    /// <summary>Units traded.</summary>
    public static string Volume(long? volume) => volume is { } known ? Format.Count(known) : "–";

    /// <summary>The figures beside the close that a replacement changes: <c>open 10.00 to 11.00, volume 1,000 to 2,000</c>.</summary>
    public static string OtherFigures(Bar before, Bar after) => string.Join(", ", new[]
    {
        Changed("open", Price(before.Open), Price(after.Open)), Changed("high", Price(before.High), Price(after.High)),
        Changed("low", Price(before.Low), Price(after.Low)), Changed("volume", Volume(before.Volume), Volume(after.Volume)),
    }.OfType<string>());

    private static string? Changed(string name, string before, string after) => before == after ? null : $"{name} {before} to {after}";

    /// <summary>The way that prices came.</summary>
    public static string From(PriceOrigin origin) => origin switch
    {
        PriceOrigin.CommandLine => "Command line",
        PriceOrigin.Person => "Upload",
        PriceOrigin.Folder => "Folder",
        _ => "Feed",
    };
}

using IrenPortal.Ui.Formats;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>What became of a delivery.</summary>
/// <param name="Symbol">The symbol; empty where it can't be told.</param>
/// <param name="Released">Bars, splits and dividends that readers have now.</param>
/// <param name="Held">Those that wait for a yes.</param>
/// <param name="LeftOut">Bars of sessions that have not closed, and those that somebody rejected before.</param>
/// <param name="Refusals">Why nothing was taken, a line each; empty when it was.</param>
public sealed record IntakeOutcome(string Symbol, int Released, int Held, int LeftOut, IReadOnlyList<string> Refusals)
{
    /// <summary>Nothing was taken.</summary>
    public static IntakeOutcome Refused(string symbol, IReadOnlyList<string> lines) => new(symbol, 0, 0, 0, lines);

    /// <summary>The outcome in words: <c>IREN: 1 published, 2 wait for a yes in /admin/market</c>.</summary>
    public string Words => Refusals.Count > 0
        ? Refusals[0]
        : $"{Symbol}: " + string.Join(", ", new[]
        {
            Released + Held == 0 ? "nothing is new" : $"{Format.Count(Released)} published",
            Held > 0 ? $"{Format.Count(Held)} {(Held == 1 ? "waits" : "wait")} for a yes in /admin/market" : null,
            LeftOut > 0 ? $"{Format.Count(LeftOut)} left out" : null,
        }.OfType<string>());
}

using System.Text;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Market.Prices;
using NodaTime;
using NodaTime.Text;

namespace IrenPortal.Site.Api;

/// <summary>Prices as CSV, in the form that the portal imports.</summary>
internal static class PriceCsv
{
    public static Answer Answer(IEnumerable<Bar> bars)
    {
        var text = new StringBuilder(BarCsv.Header);
        foreach (var bar in bars)
        {
            text.Append(BarCsv.Row(bar.Date, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume));
        }

        return Hosting.Answers.Answer.Csv(text.ToString());
    }
}

/// <summary>From one date to another, both included; a null end is open.</summary>
internal sealed record PriceRange(LocalDate? From, LocalDate? To)
{
    /// <summary>Reads <c>from</c> and <c>to</c>.</summary>
    public static PriceRange Read(HttpRequest request, out IResult? problem)
    {
        var fields = new QueryFields(request.Query);
        var range = new PriceRange(fields.Date("from"), fields.Date("to"));
        problem = ApiProblem.Of(fields);
        return range;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Iso(From)}..{Iso(To)}";

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}

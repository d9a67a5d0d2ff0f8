using System.CommandLine;
using IrenPortal.Hosting;
using IrenPortal.Newsroom.Prices;

namespace IrenPortal.Commands;

/// <summary><c>prices import FILE.csv --symbol S [--actions FILE.csv]</c>: adds or replaces daily bars, splits and dividends.</summary>
internal static class PricesVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Date,Open,High,Low,Close,Volume; only Date and Close must be there." };
        var symbol = new Option<string>("--symbol") { Required = true, Description = "A symbol that company.yml lists." };
        var actions = new Option<string?>("--actions") { Description = "ExDate,Kind,Value: splits and dividends." };
        var import = new Command("import", "Add or replace daily bars of one symbol. All or nothing.") { file, symbol, actions };
        import.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetRequiredValue(file), parsed.GetRequiredValue(symbol), parsed.GetValue(actions), cancel));
        return new Command("prices", "Daily prices.") { import };
    }

    private static Task<int> RunAsync(ParseResult parsed, string file, string symbol, string? actions, CancellationToken cancel) => Refusal.GuardAsync(parsed, () => VerbHost.WriteAsync(parsed, async services =>
    {
        var report = await services.GetRequiredService<PriceImport>().RunAsync(new PriceFiles(symbol, Read(file), actions is null ? null : Read(actions)), cancel);
        return await ImportOutput.WriteAsync(parsed, report);
    }, cancel));

    private static PriceText Read(string path)
    {
        var faults = new List<string>();
        return InputFile.Read(path, faults) is { } text ? new PriceText(path, text) : throw new RefusalException(faults);
    }
}

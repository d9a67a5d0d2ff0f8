using System.Net.Sockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Site;

public sealed class HostileQueryTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    private static readonly string[] Paths =
    [
        "/news", "/search", "/news/microsoft-ai-cloud-contract", "/news/microsoft-ai-cloud-contract.md", "/news/microsoft-ai-cloud-contract.json", "/contracts", "/events", "/filings", "/filings.csv", "/about", "/stock", "/stock/history", "/stock/reactions", "/stock/reactions.csv", "/stock/calculator", "/stock/calculator.csv", "/stock/series/IREN.json",
        "/api/v1/announcements", "/api/v1/search", "/api/v1/announcements/microsoft-ai-cloud-contract", "/api/v1/reactions", "/api/v1/contracts", "/api/v1/prices/IREN", "/api/v1/prices/IREN.csv", "/api/v1/events", "/api/v1/filings", "/api/v1/ledger",
    ];

    private static readonly string[] Fields = ["year", "category", "tag", "form", "party", "kind", "q", "page", "pageSize", "version", "from", "to", "after", "role", "symbol", "date", "amount", "dividends", "against", "range", "view", "scale", "with", "sort", "dir", "window", "flagged", "", "%00", "a[b]"];

    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "2", "99999999999999999999", "2147483647", "2147483648", "9223372036854775807", "1e9", "NaN", "%00", "a%00b", "%ED%A0%80", "%F0%9F%92%A9", "%FF%FE", "%u0000", "%25", "_",
        "'", "\"", "'; DROP TABLE x --", "\\", "%5C", "2025-11-03", "2025-02-30", "9999-12-31", "-9998-01-01", "10000-01-01", "0001-01-01", "+", "%0d%0aX: y", "<script>", "ﬁ", "İ", "ß", "%E2%80%AE", "%CC%81",
    ];

    [Theory, EachDatabase]
    public async Task No_query_and_no_path_ever_gives_a_5xx(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var value = Gen.OneOf(Gen.Elements(Values), Gen.Elements(Values).Two().Select(t => t.Item1 + t.Item2), RandomText());
        var query = value.SelectMany(v => Gen.Elements(Fields).Select(f => $"{f}={v}")).ListOf().Select(fields => string.Join('&', fields.Take(8)));
        var path = Gen.OneOf(Gen.Elements(Paths), Gen.Elements(Paths).SelectMany(p => Gen.Elements(Values).Select(v => p + "/" + v)), RandomText().Select(t => "/" + t));
        var targets = path.SelectMany(p => query.Select(q => p + "?" + q)).Sample(400);

        foreach (var target in targets)
        {
            var status = await StatusAsync(portal.Address, Sendable(target));
            status.ShouldBeInRange(200, 499, target);
        }

        portal.Logs.Lines.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Signs_alone_are_no_word_and_find_nothing(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var (word, finds) in new[] { ("%25", false), ("_", false), ("%5C", false), ("'", false), ("%22", false), ("zzzz%25", false), ("100%25", true), ("microsoft%25", true), ("%22microsoft", true) })
        {
            var list = await portal.Client.JsonAsync($"/api/v1/announcements?q={word}");
            (list.GetProperty("total").GetInt32() > 0).ShouldBe(finds, word);
        }
    }

    private static Gen<string> RandomText() => Gen.Choose(0, 0xFFFF).ArrayOf().Select(units => string.Concat(units.Take(40).Select(Escaped)));

    // Half a surrogate pair as the three bytes that some clients send for it, everything else now and then unescaped.
    private static string Escaped(int unit) => unit is > 0x20 and < 0x7F && unit % 3 == 0
        ? ((char)unit).ToString()
        : unit is >= 0xD800 and <= 0xDFFF
            ? $"%{0xE0 | (unit >> 12):X2}%{0x80 | ((unit >> 6) & 0x3F):X2}%{0x80 | (unit & 0x3F):X2}"
            : string.Concat(Encoding.UTF8.GetBytes(((char)unit).ToString()).Select(b => $"%{b:X2}"));

    private static string Sendable(string target) => string.Concat(target.Select(c => c <= ' ' || c >= 0x7F || c == '#'
        ? string.Concat(Encoding.UTF8.GetBytes(c.ToString()).Select(b => $"%{b:X2}"))
        : c.ToString()));

    // A plain socket: an HTTP client would mend what the test wants to break.
    private static async Task<int> StatusAsync(Uri address, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync() ?? "HTTP/1.1 000 closed";
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}

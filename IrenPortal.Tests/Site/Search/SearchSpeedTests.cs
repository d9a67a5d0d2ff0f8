using System.Diagnostics;
using System.Globalization;
using IrenPortal.Data;
using IrenPortal.Site.Published;
using IrenPortal.Site.Search;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Site.Search;

/// <summary>Run by <c>bench/search.sh</c>: what a search costs in a large archive, from the words to a page of hits with its counts and passages.</summary>
public sealed class SearchSpeedTests
{
    private const int Chunk = 500;
    private const int Words = 8_000;
    private const int Questions = 1_000;
    private const int NeverAsked = 50;
    private const double Aim = 20;

    private static readonly HashSet<string> Common = [.. Enumerable.Range(0, NeverAsked).Select(Word)];

    private static readonly int Announcements = int.TryParse(Environment.GetEnvironmentVariable("SEARCH_ANNOUNCEMENTS"), CultureInfo.InvariantCulture, out var asked) ? asked : 500;

    [Theory(Explicit = true), EachDatabase]
    public async Task Nineteen_searches_of_twenty_take_at_most_twenty_milliseconds(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var random = new Random(20261123);
        var texts = Enumerable.Range(0, Announcements).Select(i => Announcement(i, random)).ToList();
        var writing = Stopwatch.StartNew();
        foreach (var chunk in texts.Chunk(Chunk))
        {
            await portal.PublishAsync([.. chunk.Select(a => a.Build())]);
        }

        Say($"{database}: {Announcements} announcements released in {writing.Elapsed.TotalSeconds:0} s");
        if (database is DatabaseProvider.Postgres)
        {
            // What the server does by itself a minute later.
            await using var store = portal.OpenPublicWriter();
            await store.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        var site = await portal.Services.GetRequiredService<PublishedSites>().CurrentAsync();
        var search = portal.Services.GetRequiredService<SiteSearch>();
        var questions = Enumerable.Range(0, Questions).Select(_ => Question(texts[random.Next(texts.Count)], random)).ToList();
        await TimesAsync(search, site, questions.Take(200));
        var times = await TimesAsync(search, site, questions);
        foreach (var kind in times.GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Say($"{database}: {kind.Key}: {Summary([.. kind])}");
        }

        Say($"{database}: all {Questions}: {Summary(times)}");
        At(times, 0.95).ShouldBeLessThan(Aim);
    }

    private static async Task<List<(string Kind, double Milliseconds, int Total)>> TimesAsync(SiteSearch search, PublishedSite site, IEnumerable<(string Kind, string Text)> questions)
    {
        var times = new List<(string, double, int)>();
        foreach (var (kind, text) in questions)
        {
            var watch = Stopwatch.StartNew();
            var found = await search.FindAsync(site, new SearchQuery(text), SearchView.PageSize);
            times.Add((kind, watch.Elapsed.TotalMilliseconds, found.Total));
        }

        return times;
    }

    // Words as a language has them: the n-th is n times rarer than the first.
    private static AnnouncementBuilder Announcement(int number, Random random)
    {
        var billions = random.Next(1, 100) / 10m;
        return new AnnouncementBuilder(FormattableString.Invariant($"release-{number}"))
        {
            Headline = FormattableString.Invariant($"{Text(8, random)} for ${billions}bn"),
            Summary = FormattableString.Invariant($"{Text(20, random)} of {random.Next(1, 200) * 10} MW."),
            Body = string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => Text(50, random) + FormattableString.Invariant($" {random.Next(1, 100)}%."))),
            Category = "Corporate",
            ReleasedAt = Instant.FromUtc(2005, 1, 3, 14, 0) + Duration.FromHours(number * 9),
        };
    }

    private static string Text(int words, Random random) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Math.Min(Words - 1, (int)(Math.Pow(Words, random.NextDouble()) - 1)))));

    private static string Word(int rank)
    {
        const string Consonants = "bcdfghjklmnprtvw";
        const string Vowels = "aeio";
        var letters = new List<char>();
        for (var rest = rank + 70; rest > 0; rest /= 64)
        {
            letters.AddRange([Consonants[rest % 16], Vowels[rest / 16 % 4]]);
        }

        return string.Concat(letters);
    }

    private static (string Kind, string Text) Question(AnnouncementBuilder about, Random random)
    {
        // Nobody searches for "the".
        string[] headline = [.. about.Headline.Split(' ').Where(w => !Common.Contains(w))];
        string[] body = [.. about.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Common.Contains(w))];
        var at = random.Next(body.Length - 2);
        return random.Next(5) switch
        {
            0 => ("a word", body[at]),
            1 => ("two words", $"{headline[0]} {body[at]}"),
            2 => ("a beginning", body[at].Length > 3 ? body[at][..3] : body[at]),
            3 => ("a phrase", Phrase(about.Body, random)),
            _ => ("a figure and a word", $"{headline[^1]} {headline[0]}"),
        };
    }

    private static string Phrase(string body, Random random)
    {
        var words = body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var at = random.Next(words.Length - 3);
        return $"\"{words[at]} {words[at + 1]} {words[at + 2]}\"";
    }

    private static string Summary(List<(string Kind, double Milliseconds, int Total)> times) =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0} ms, most {At(times, 1):0.0} ms; {times.Average(t => t.Total):0} found on average");

    private static double At(List<(string Kind, double Milliseconds, int Total)> times, double share) =>
        times.Select(t => t.Milliseconds).Order().ElementAt(Math.Max(0, (int)Math.Ceiling(times.Count * share) - 1));

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(line));
}

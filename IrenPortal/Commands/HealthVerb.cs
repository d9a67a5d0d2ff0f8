using System.CommandLine;
using IrenPortal.Hosting;

namespace IrenPortal.Commands;

/// <summary><c>health [URL]</c>: exit 0 when <c>/health/ready</c> answers 200; a container's health check.</summary>
internal static class HealthVerb
{
    public static Command Create()
    {
        var url = new Argument<string?>("URL") { Arity = ArgumentArity.ZeroOrOne, Description = "The portal's address; without one, where this configuration would listen." };
        var command = new Command("health", "Ask a running portal whether it is ready.") { url };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(url), cancel));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, string? url, CancellationToken cancel) => Refusal.GuardAsync(parsed, async () =>
    {
        var origin = url ?? Listening(VerbInvocation.Of(parsed).Settings()["urls"] ?? ServeVerb.DefaultAddress);
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new RefusalException($"{origin}: no address; write for example http://localhost:5080");
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"), cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            throw new RefusalException($"{address}: {unreachable.Message}");
        }
    });

    private static string Listening(string urls)
    {
        var first = urls.Split(';')[0];
        try
        {
            return BoundAddress.Reached(first).AbsoluteUri;
        }
        catch (FormatException)
        {
            return first;
        }
    }
}

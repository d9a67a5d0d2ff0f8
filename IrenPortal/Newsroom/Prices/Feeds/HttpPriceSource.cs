using System.Globalization;
using System.Net;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting.Outbound;

namespace IrenPortal.Newsroom.Prices.Feeds;

/// <summary>
/// Asks one address for each symbol. Only allow-listed hosts and resolved addresses, no redirects, size and time capped; the
/// key goes in its header and nowhere else.
/// </summary>
public sealed class HttpPriceSource : IPriceSource, IDisposable
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);
    private readonly HttpSourceSettings _settings;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <summary>Makes the client; nothing is asked yet.</summary>
    public HttpPriceSource(HttpSourceSettings settings, TimeProvider time)
    {
        (_settings, _time, Name) = (settings, time, settings.Host);
        _client = new HttpClient(OutboundHandler.Create(settings.Reach, MostTime)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public PriceOrigin Origin => PriceOrigin.Feed;

    /// <inheritdoc />
    public async Task<PriceCatch> FetchAsync(IReadOnlyList<PriceWish> wishes, CancellationToken cancel)
    {
        var deliveries = new List<PriceDelivery>();
        var faults = new List<string>();
        foreach (var wish in wishes.Where(w => _settings.Symbols?.ContainsKey(w.Symbol) ?? true))
        {
            try
            {
                deliveries.Add(Delivery(wish, await AskAsync(wish, cancel)));
            }
            catch (InvalidDataException fault)
            {
                faults.Add($"{wish.Symbol}: {Name} {fault.Message}");
            }
        }

        return new PriceCatch(deliveries, faults);
    }

    /// <inheritdoc />
    public string Shown(string words) => _settings.Key is { Length: > 0 } key ? words.Replace(key, "…", StringComparison.Ordinal) : words;

    /// <inheritdoc />
    public Task SettleAsync(PriceDelivery delivery, IntakeOutcome outcome, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private PriceDelivery Delivery(PriceWish wish, byte[] answer)
    {
        var label = $"{Name}/{wish.Symbol}";
        if (_settings.Format is HttpFormat.Json)
        {
            var rows = JsonPrices.ToCsv(answer, _settings.Rows, _settings.Columns, _settings.Layout);
            var layout = PriceLayout.Own with { Dates = _settings.Layout.Dates, Decimals = _settings.Layout.Decimals };
            return new PriceDelivery(Name, new PriceFiles(wish.Symbol, new PriceText(label, rows, layout), null), []);
        }

        var text = ContentText.Decode(label, answer, ContentLimits.PriceBytes, out var issue);
        return text is null
            ? new PriceDelivery(Name, null, [issue!.ToString()])
            : new PriceDelivery(Name, new PriceFiles(wish.Symbol, new PriceText(label, text, _settings.Layout), null), []);
    }

    private async Task<byte[]> AskAsync(PriceWish wish, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(MostTime, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, _settings.AddressOf(_settings.Symbols?[wish.Symbol] ?? wish.Symbol, wish.From, wish.To));
        request.Headers.TryAddWithoutValidation("Accept", _settings.Format is HttpFormat.Json ? "application/json" : "text/csv");
        request.Headers.TryAddWithoutValidation("User-Agent", "IrenPortal");
        if (_settings.KeyHeader is { } header)
        {
            request.Headers.TryAddWithoutValidation(header, _settings.Key);
        }

        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await BodyAsync(response, either.Token);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"did not answer within {MostTime.TotalSeconds} seconds"), fault);
        }
        catch (HttpRequestException fault)
        {
            throw new InvalidDataException(OutboundFaults.Words(fault), fault);
        }
        catch (IOException fault)
        {
            throw new InvalidDataException("broke off its answer", fault);
        }
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            throw new InvalidDataException(status is >= 300 and < 400
                ? string.Create(CultureInfo.InvariantCulture, $"answered {status}: redirects are not followed")
                : string.Create(CultureInfo.InvariantCulture, $"answered {status}"));
        }

        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new InvalidDataException("answered in a content coding that was not asked for");
        }

        if (response.Content.Headers.ContentLength > ContentLimits.PriceBytes)
        {
            throw TooLarge();
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (bytes.Length + read > ContentLimits.PriceBytes)
            {
                throw TooLarge();
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static InvalidDataException TooLarge() => new("answered more than 20 MB");
}

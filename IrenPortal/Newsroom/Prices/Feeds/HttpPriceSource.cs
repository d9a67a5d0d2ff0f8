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
    private readonly HttpSourceSettings _settings;
    private readonly OutboundReader _reader;

    /// <summary>Makes the client; nothing is asked yet.</summary>
    public HttpPriceSource(HttpSourceSettings settings, TimeProvider time)
    {
        (_settings, Name) = (settings, settings.Host);
        _reader = new OutboundReader(settings.Reach, ContentLimits.PriceBytes, time);
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
    public void Dispose() => _reader.Dispose();

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
        using var request = new HttpRequestMessage(HttpMethod.Get, _settings.AddressOf(_settings.Symbols?[wish.Symbol] ?? wish.Symbol, wish.From, wish.To));
        request.Headers.TryAddWithoutValidation("Accept", _settings.Format is HttpFormat.Json ? "application/json" : "text/csv");
        request.Headers.TryAddWithoutValidation("User-Agent", "IrenPortal");
        if (_settings.KeyHeader is { } header)
        {
            request.Headers.TryAddWithoutValidation(header, _settings.Key);
        }

        return await _reader.ReadAsync(request, cancel);
    }
}

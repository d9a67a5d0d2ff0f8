using System.Text;
using System.Text.Json;
using IrenPortal.Site.Api;
using NodaTime;

namespace IrenPortal.Site.Live;

/// <summary>What an event says, in the API's words.</summary>
/// <param name="Slug">The announcement's address part.</param>
/// <param name="Headline">Its headline in this edition.</param>
/// <param name="ReleasedAt">The approved instant of its first edition.</param>
/// <param name="Url">Its page.</param>
public sealed record LiveItem(string Slug, string Headline, Instant ReleasedAt, string Url);

/// <summary>An edition of an announcement as a server-sent event: the same bytes for everyone. Immutable.</summary>
public sealed class LiveEvent
{
    private static readonly JsonSerializerOptions OneLine = new(ApiJson.Options) { WriteIndented = false };
    private readonly Lazy<byte[]> _bytes;

    /// <summary>Takes the edition; what it says is asked for when somebody listens.</summary>
    /// <param name="number">The edition's ledger number, which becomes the event's id.</param>
    /// <param name="name"><c>release</c>, <c>correction</c> or <c>withdrawal</c>.</param>
    /// <param name="item">Makes what it says.</param>
    public LiveEvent(long number, string name, Func<LiveItem> item)
    {
        Number = number;
        _bytes = new(() => Encoding.UTF8.GetBytes($"id: {number}\nevent: {name}\ndata: {JsonSerializer.Serialize(item(), OneLine)}\n\n"));
    }

    /// <summary>The edition's ledger number.</summary>
    public long Number { get; }

    /// <summary>The event as sent.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;
}

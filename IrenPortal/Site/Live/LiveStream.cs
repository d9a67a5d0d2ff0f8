using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace IrenPortal.Site.Live;

/// <summary>One reader's stream. Each writes for itself, so that a slow reader holds nobody up.</summary>
internal static class LiveStream
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly byte[] StillHere = ":\n\n"u8.ToArray();

    /// <summary>Sends what follows a position until the reader leaves, is too slow, or the portal stops.</summary>
    /// <param name="http">The request.</param>
    /// <param name="feed">What all streams send from.</param>
    /// <param name="after">The last ledger number that the reader knows; null, or one that this process doesn't know yet, begins with now.</param>
    public static async Task SendAsync(HttpContext http, LiveFeed feed, long? after)
    {
        var (writer, left, state) = (http.Response.BodyWriter, http.RequestAborted, feed.Now);
        var position = Math.Min(after ?? state.Version, state.Version);

        // An id of its own, so that a reader who is cut off before the first event goes on from here.
        writer.Write(Encoding.ASCII.GetBytes($"retry: 3000\nid: {position}\n\n"));
        try
        {
            while (true)
            {
                var sent = position;
                foreach (var release in state.After(position))
                {
                    writer.Write(release.Bytes.Span);
                    position = release.Number;
                }

                if (position == sent)
                {
                    writer.Write(StillHere);
                }

                await FlushAsync(writer, left);
                if (state.IsOver)
                {
                    return;
                }

                await state.Next.WaitAsync(left);
                var before = state;
                state = feed.Now;
                position = state.Store == before.Store ? position : state.Version;
            }
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }

    // Ends at once unless what was sent before is still unread.
    private static async Task FlushAsync(PipeWriter writer, CancellationToken left)
    {
        var flush = writer.FlushAsync(left);
        if (flush.IsCompleted)
        {
            await flush;
        }
        else
        {
            await flush.AsTask().WaitAsync(Patience, left);
        }
    }
}

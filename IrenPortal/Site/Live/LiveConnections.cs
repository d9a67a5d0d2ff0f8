using System.Diagnostics.Metrics;

namespace IrenPortal.Site.Live;

/// <summary>Counts the open streams, all and by network; also the metric <c>irenportal.live.connections</c>.</summary>
public sealed class LiveConnections(LiveSettings settings, IMeterFactory meters)
{
    private readonly UpDownCounter<int> _metric = meters.Create("IrenPortal.Site").CreateUpDownCounter<int>(
        "irenportal.live.connections", description: "Streams of announcements that are open.");

    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>A place for one more stream, to be given back; null where there is none.</summary>
    public IDisposable? TryOpen(string network)
    {
        lock (_networks)
        {
            var here = _networks.GetValueOrDefault(network);
            if (_all >= settings.Connections || here >= settings.ConnectionsPerNetwork)
            {
                return null;
            }

            _networks[network] = here + 1;
            _all++;
        }

        _metric.Add(1);
        return new Place(this, network);
    }

    private void Close(string network)
    {
        lock (_networks)
        {
            _all--;
            if (--_networks[network] == 0)
            {
                _networks.Remove(network);
            }
        }

        _metric.Add(-1);
    }

    private sealed class Place(LiveConnections connections, string network) : IDisposable
    {
        public void Dispose() => connections.Close(network);
    }
}

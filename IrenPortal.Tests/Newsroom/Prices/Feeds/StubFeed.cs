using System.Collections.Concurrent;
using IrenPortal.Hosting.Outbound;
using IrenPortal.Newsroom.Prices.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IrenPortal.Tests.Newsroom.Prices.Feeds;

/// <summary>A source on a loopback port that answers as a test says.</summary>
internal sealed class StubFeed : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubFeed(WebApplication app) => _app = app;

    /// <summary>How it answers.</summary>
    public RequestDelegate Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Path and query of each request, with its key.</summary>
    public ConcurrentQueue<(string Address, string Key)> Asked { get; } = new();

    /// <summary>Starts it.</summary>
    public static async Task<StubFeed> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubFeed(builder.Build());
        stub._app.Run(context =>
        {
            stub.Asked.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers["X-Api-Key"].ToString()));
            return stub.Answer(context);
        });
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>Lets it answer with text.</summary>
    public void Say(string text) => Answer = context => context.Response.WriteAsync(text);

    /// <summary>The settings of a source that asks it, with further ones.</summary>
    public HttpSourceSettings Settings(params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Prices:Http:Url"] = $"{_app.Urls.First()}/eod/{{symbol}}?from={{from}}&to={{to}}",
            ["Prices:Http:AllowedHosts"] = "127.0.0.1",
            ["Prices:Http:Addresses"] = nameof(OutboundReach.Loopback),
        };
        foreach (var (key, value) in more)
        {
            values[$"Prices:Http:{key}"] = value;
        }

        return HttpSourceSettings.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build())!;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A clock whose timers go off when a test says so.</summary>
internal sealed class HandTimers : TimeProvider
{
    private readonly ConcurrentBag<Hand> _timers = [];

    /// <summary>Sets every timer off that still runs.</summary>
    public void GoOff()
    {
        foreach (var timer in _timers)
        {
            timer.GoOff();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Hand(callback, state);
        _timers.Add(timer);
        return timer;
    }

    private sealed class Hand(TimerCallback callback, object? state) : ITimer
    {
        private bool _ended;

        public void GoOff()
        {
            if (!Volatile.Read(ref _ended))
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Volatile.Write(ref _ended, true);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace IrenPortal.Hosting;

/// <summary>How much a request may bring, and whom the portal believes about where it came from.</summary>
public static class RequestLimits
{
    private const int RequestLineBytes = 8 * 1024;
    private const int HeaderBytes = 16 * 1024;
    private const int HeaderCount = 64;
    private const int BodyBytes = 1024 * 1024;
    private const int FormFields = 200;
    private const int FormKeyLength = 200;

    /// <summary>Sets the server's limits; an upload's endpoint raises the body's for itself.</summary>
    public static WebApplicationBuilder AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestLineSize = RequestLineBytes;
            o.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
            o.Limits.MaxRequestHeaderCount = HeaderCount;
            o.Limits.MaxRequestBodySize = BodyBytes;
            o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<FormOptions>(o =>
        {
            o.ValueCountLimit = FormFields;
            o.KeyLengthLimit = FormKeyLength;
        });
        return builder;
    }

    /// <summary>Takes scheme and address of the reader from known proxies alone, never the host.</summary>
    public static IApplicationBuilder UseKnownProxies(this IApplicationBuilder app, PortalSettings settings)
    {
        if (settings.KnownProxies.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.KnownProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        return app.UseForwardedHeaders(options);
    }
}

using System.Net.Sockets;

namespace IrenPortal.Hosting.Outbound;

/// <summary>Why a request that the portal sent failed, in words that go on after the host's name.</summary>
public static class OutboundFaults
{
    /// <summary>The kind of fault alone: a message of the framework may one day carry the request's address.</summary>
    public static string Words(HttpRequestException fault) => fault switch
    {
        { InnerException: OutboundRefusedException refused } => refused.Message,
        { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => "can't be found by its name",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "has no valid certificate, or no TLS",
        { HttpRequestError: HttpRequestError.ConnectionError } => "can't be connected to",
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "answered with too many headers",
        { HttpRequestError: HttpRequestError.ResponseEnded } or { InnerException: IOException } => "broke off its answer",
        _ => "answered something that is no HTTP",
    };
}

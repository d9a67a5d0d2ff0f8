namespace IrenPortal.Hosting;

/// <summary>Where this machine reaches what listens at a binding.</summary>
internal static class BoundAddress
{
    /// <summary>The address of a binding such as <c>http://*:5080</c>; bound to every address, it is reached as localhost.</summary>
    /// <exception cref="FormatException">It is no binding.</exception>
    public static Uri Reached(string binding)
    {
        var parsed = BindingAddress.Parse(binding);
        var host = parsed.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : parsed.Host;
        return new UriBuilder(parsed.Scheme, host, parsed.Port).Uri;
    }
}

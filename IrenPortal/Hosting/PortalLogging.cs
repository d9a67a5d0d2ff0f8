using Microsoft.Extensions.Logging.Console;

namespace IrenPortal.Hosting;

/// <summary>Logs go to standard error; standard output belongs to a verb's result.</summary>
public static class PortalLogging
{
    /// <summary>One line an entry, on standard error, quiet about every request and query.</summary>
    public static ILoggingBuilder AddPortalLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            o.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);

        // What keeps the host from starting reaches the verb, which prints one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // A first migration asks for its history table before it exists, and logs that as an error.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        return logging;
    }
}

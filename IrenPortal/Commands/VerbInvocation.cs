using System.CommandLine;
using IrenPortal.Hosting;

namespace IrenPortal.Commands;

/// <summary>What a verb runs in: its settings, where it reads, writes and logs.</summary>
internal sealed class VerbInvocation : InvocationConfiguration
{
    /// <summary>Reads the settings; a verb that needs none never asks.</summary>
    public required Func<IConfiguration> Settings { get; init; }

    /// <summary>Opens standard input; a verb that reads nothing never asks.</summary>
    public Func<TextReader> Input { get; init; } = () => TextReader.Null;

    /// <summary>Sets up the log of a verb that uses a store.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = logging => logging.AddPortalLogging();

    /// <summary>This process: its environment and streams.</summary>
    public static VerbInvocation OfProcess() => new()
    {
        Settings = VerbHost.Configuration,
        Input = () => Console.In,
        Output = Console.Out,
        Error = Console.Error,
        EnableDefaultExceptionHandler = false,
    };

    /// <summary>What the verb that was parsed runs in.</summary>
    public static VerbInvocation Of(ParseResult parsed) => (VerbInvocation)parsed.InvocationConfiguration;
}

using System.Diagnostics;
using IrenPortal.Hosting;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Commands;

/// <summary>The portal as a process of its own, on the stores of a test.</summary>
public sealed class PortalProcess : IDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process) => _process = process;

    /// <summary>What a finished verb printed.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <summary>Starts a verb.</summary>
    public static PortalProcess Start(TestStores stores, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(PortalApplication).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in stores.Settings())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        // Instrumenting code for a later, better compilation pays in no process as short as a test's.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new PortalProcess(Process.Start(start)!);
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Result> RunAsync(TestStores stores, params IReadOnlyList<string> arguments)
    {
        using var process = Start(stores, new Dictionary<string, string>(), arguments);
        return await process.EndAsync();
    }

    /// <summary>Writes all that standard input will ever hold.</summary>
    public async Task SayAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<Result> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var errors = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new Result(_process.ExitCode, await output, await errors);
    }

    /// <summary>True once it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>SIGKILL, wherever it is.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

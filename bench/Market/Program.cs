using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using IrenPortal.MarketBench;

// In this process: a generated project would have to restore within the repository's own rules.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath("bench/results/market");
BenchmarkSwitcher.FromTypes([typeof(StudyBenchmarks), typeof(PanelBenchmarks), typeof(ImportBenchmarks)]).Run(args, config);

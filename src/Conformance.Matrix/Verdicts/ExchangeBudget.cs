using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;

namespace Conformance.Matrix.Verdicts;

/// <summary>
/// How much of the exchanges is kept: whole while a scenario can still look at them, then as much as a report shows. Whatever a server
/// answers, the memory of a run stays bounded. One per run; safe to use from many scenarios at once.
/// </summary>
/// <param name="redactor">Masks the secrets of what is cut.</param>
public sealed class ExchangeBudget(Redactor redactor)
{
    /// <summary>How many bytes of bodies a scenario holds while it runs; the oldest go first, the newest stays whole.</summary>
    internal const int OfScenario = 2 * 1024 * 1024;

    /// <summary>How many bytes of a body are kept of an exchange that a violation shows.</summary>
    internal const int OfEvidence = 16 * 1024;

    /// <summary>How many bytes of a body are kept of any other exchange.</summary>
    internal const int OfExchange = 4 * 1024;

    /// <summary>How many bytes a run keeps of answers before it keeps <see cref="OfExchangeBeyond"/> of each only.</summary>
    internal const long OfRun = 32 * 1024 * 1024;

    /// <summary>How many bytes of a body are kept once the run's budget is used up.</summary>
    internal const int OfExchangeBeyond = 256;

    private long _kept;

    /// <summary>Makes room in a scenario that goes on.</summary>
    /// <param name="exchanges">Its exchanges, the newest last.</param>
    internal void Fit(IReadOnlyList<Exchange> exchanges)
    {
        long held = 0;
        for (var index = exchanges.Count - 1; index >= 0; index--)
        {
            if (exchanges[index].Response is not { } response)
                continue;
            held += response.Body.Length;
            if (held > OfScenario && index < exchanges.Count - 1 && response.Body.Length > OfExchange)
                response.LetGo(OfExchange, redactor.Body);
        }
    }

    /// <summary>Lets go of an exchange that no step will look at again.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="isEvidence">Whether a violation shows it.</param>
    internal void LetGo(Exchange exchange, bool isEvidence)
    {
        if (exchange.Response is not { } response)
            return;
        var most = Interlocked.Read(ref _kept) > OfRun ? OfExchangeBeyond : isEvidence ? OfEvidence : OfExchange;
        Interlocked.Add(ref _kept, response.LetGo(most, redactor.Body));
    }
}

namespace Conformance.Matrix.Targets;

/// <summary>Makes registration tokens that are good for one account each: a server's own administration.</summary>
public interface ISingleUseTokenMaker
{
    /// <summary>Makes a registration token that can be used once.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The token. A secret.</returns>
    /// <exception cref="Verdicts.SuiteErrorException">The server does not make it; one line, without secrets.</exception>
    /// <exception cref="Verdicts.NotCheckedException">The server does not answer.</exception>
    Task<string> MakeSingleUseTokenAsync(CancellationToken cancellationToken);
}

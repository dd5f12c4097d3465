using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Tests.Xunit;

internal sealed class NoSourceInformation : LongLivedMarshalByRefObject, ISourceInformationProvider
{
    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public void Dispose()
    {
    }
}

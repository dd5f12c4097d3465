using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Gherkin.Tests.TestHost;

internal sealed class NoSourceInformation : LongLivedMarshalByRefObject, ISourceInformationProvider
{
    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public void Dispose()
    {
    }
}

using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-34.</summary>
internal sealed class LinkEndsOnItsPage()
    : PartFault<ValidationPages, LinkEndsOnItsPage.Faulty>("RQT-34", "The link of a mail never sends the browser on.")
{
    internal sealed class Faulty(MailValidation mail, PhoneValidation phone) : ValidationPages(mail, phone)
    {
        protected override Reply Follow(Call call) =>
            base.Follow(call) is { Status: 302 } ? Reply.OfHtml(200, Html.Notice("Confirmed", "The address is confirmed.")) : base.Follow(call);
    }
}

using System.Text;
using AngleSharp.Html.Dom;
using Conformance.Matrix.Calls;

namespace Conformance.Matrix.Flows.Pages;

/// <summary>A form of a page, as a person fills it in and a browser sends it.</summary>
internal static class PageForm
{
    // The widget's script puts this field into the form once the captcha is solved.
    private const string CaptchaField = "g-recaptcha-response";

    /// <summary>The request that submits the form; null where it has a form type that the suite cannot fill in.</summary>
    /// <param name="form">The form.</param>
    /// <param name="here">The URL of its page.</param>
    /// <param name="fields">What to fill in.</param>
    public static PageRequest? Submit(IHtmlFormElement form, Uri here, IReadOnlyDictionary<string, string> fields)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : here.OriginalString;
        if (!Uri.TryCreate(here, action, out var target))
            return null;
        var encoded =
            string.Join('&', Values(form, fields).Select(pair => $"{PercentEncoding.Query(pair.Key)}={PercentEncoding.Query(pair.Value)}"));
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return new PageRequest("GET", new Uri($"{target.GetLeftPart(UriPartial.Path)}?{encoded}"));
        var type = form.GetAttribute("enctype");
        return string.IsNullOrEmpty(type) || type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? new PageRequest("POST", target, Encoding.UTF8.GetBytes(encoded))
            : null;
    }

    /// <summary>The form's data set: what a browser would send after the fields are filled in, boxes ticked and the first button
    /// pressed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form, IReadOnlyDictionary<string, string> fields)
    {
        var controls = form.QuerySelectorAll("input, textarea, select, button").Where(element => !element.HasAttribute("disabled"))
            .ToList();
        var texts = controls.OfType<IHtmlInputElement>().Where(IsText).ToList();
        var pressed = false;
        foreach (var control in controls)
        {
            var name = control.GetAttribute("name") ?? "";
            string? value = null;
            switch (control)
            {
                case IHtmlInputElement { Type: "submit" or "image" } or IHtmlButtonElement { Type: "submit" }:
                    value = pressed ? null : control.GetAttribute("value") ?? "";
                    pressed = true;
                    break;
                case IHtmlInputElement { Type: "button" or "reset" or "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    // A person who agrees ticks what must be ticked.
                    value = box.IsChecked || box.IsRequired ? box.GetAttribute("value") ?? "on" : null;
                    break;
                case IHtmlInputElement input:
                    value = Fill(input, name, texts, fields);
                    break;
                case IHtmlTextAreaElement area:
                    value = fields.GetValueOrDefault(name) ?? area.Value;
                    break;
                case IHtmlSelectElement select:
                    value = fields.GetValueOrDefault(name) ?? select.Value;
                    break;
            }

            if (name.Length > 0 && value is not null)
                yield return KeyValuePair.Create(name, value);
        }

        if (form.QuerySelector(".g-recaptcha") is not null && form.QuerySelector($"[name={CaptchaField}]") is null
            && fields.TryGetValue(CaptchaField, out var solved))
            yield return KeyValuePair.Create(CaptchaField, solved);
    }

    private static string Fill(
        IHtmlInputElement input, string name, List<IHtmlInputElement> texts, IReadOnlyDictionary<string, string> fields)
    {
        if (input.Type != "hidden" && fields.TryGetValue(name, out var named))
            return named;
        if (input.Type == "password" && fields.TryGetValue("password", out var password))
            return password;
        if (texts is [var only] && ReferenceEquals(only, input) && fields.TryGetValue("token", out var token))
            return token;
        return input.GetAttribute("value") ?? "";
    }

    private static bool IsText(IHtmlInputElement input) =>
        input.Type is not ("hidden" or "submit" or "image" or "button" or "reset" or "file" or "checkbox" or "radio" or "password");
}

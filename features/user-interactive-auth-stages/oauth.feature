# Until the suite can log in by OAuth 2.0 itself, no target offers the need oauth-login, and these
# are skipped.
Feature: Approval by the OAuth 2.0 API

  @UIT-20
  Rule: With an OAuth token, replacing cross-signing keys waits for approval on a page (stage m.oauth)

    Scenario: A new cross-signing key is taken once it is approved on the page
      Given Alice has an account
      And Alice has a cross-signing key
      When Alice uploads a new cross-signing key
      Then the response is a UIA challenge
      And the response member flows[*].stages[*] is "m.oauth"
      When Alice completes the stage "m.oauth" on its page
      And Alice polls the session
      Then the response is 200

  @UIT-21
  Rule: The parameters of the stage m.oauth have its url, an http or https URI

    Scenario: The challenge says where the page is
      Given Alice has an account
      And Alice has a cross-signing key
      When Alice uploads a new cross-signing key
      Then the response is a UIA challenge
      And the response member /params/m.oauth/url is a string like /https?:.+/

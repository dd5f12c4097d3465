Feature: Approval by the OAuth 2.0 API

  # Until the suite can log in by OAuth 2.0 itself, no target offers the need oauth-login, and these are skipped.

  @UIT-20
  Scenario: With an OAuth token the replacing of cross-signing keys waits for approval on a page
    Given Alice is logged in on "PHONE"
    And Alice has a cross-signing key
    When Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}}
    Then the response is a UIA challenge
    And the response member flows[*].stages[*] is "m.oauth"
    When Alice completes the stage "m.oauth" on its fallback page
    And Alice polls the session
    Then the response is 200

  @UIT-21
  Scenario: The challenge tells the page of the approval
    Given Alice is logged in on "PHONE"
    And Alice has a cross-signing key
    When Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}}
    Then the response is a UIA challenge
    And the response member /params/m.oauth/url is a string like /https?:.+/

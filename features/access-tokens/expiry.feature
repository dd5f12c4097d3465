Feature: Access tokens that expire

  @TOK-06
  Rule: An access token that has expired is refused with 401 M_UNKNOWN_TOKEN

    Scenario: An access token is used after its lifetime
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When "{Alice.PHONE.access_token}" is sent as an access token
      Then each response is 401 M_UNKNOWN_TOKEN

    Scenario: A refreshed access token is used after its lifetime
      Given Alice is logged in on "PHONE" with refresh tokens
      And somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      And Alice's access token has expired
      When Alice calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-07
  Rule: The error for an expired token that can be refreshed should say soft_logout true

    Scenario: A client that can refresh its token is told of a soft logout
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When Alice calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN
      And the response member soft_logout is true

  @TOK-15
  Rule: soft_logout, where present, is a boolean in a 401 with M_UNKNOWN_TOKEN or M_USER_LOCKED

    @needs-refresh-tokens @needs-short-token-lifetime
    Scenario: The error for an expired token has a boolean soft_logout
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When Alice calls getTokenOwner
      Then the response is 401
      And the response member soft_logout is a boolean, if present

  @REF-02
  Rule: The new access token authenticates the same user

    @needs-short-token-lifetime
    Scenario: The refresh token works after the access token has expired
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200
      When Alice calls getTokenOwner
      Then the response is 200

  @TOK-16
  Rule: During a soft logout calls give 401 with soft_logout true, the device and its keys stay, and a login with the same device_id resumes it

    # Whether the first refusal should say so is TOK-07.
    Scenario: A client that was logged out softly is told so again
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When Alice calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN
      Given the server has told of a soft logout
      When Alice calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN
      And the response member soft_logout is true

    @needs-e2ee-keys
    Scenario: A client logs in again on a device that was logged out softly
      Given Alice is logged in on "PHONE" with refresh tokens
      And Bob is logged in on "{fresh.device}"
      And Alice has device keys on "PHONE"
      And Alice's access token has expired
      Then Bob finds keys of Alice's device "PHONE"
      When Alice logs in with her password on "PHONE"
      Then the response is 200
      And the response member device_id is "PHONE"
      And Bob finds keys of Alice's device "PHONE"
      And Alice's devices are "PHONE"
      And Alice's session on "PHONE" goes on

Feature: Access tokens belong to devices

  @TOK-09
  Scenario: The device of a token is known
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "LAPTOP"

  @TOK-10
  Scenario: Refreshed tokens belong to the device of the first refresh token
    Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
    And an anonymous client calls: refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "LAPTOP"

  @TOK-10
  Scenario: Tokens refreshed twice belong to the device still
    Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
    And an anonymous client calls: refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
    And an anonymous client calls: refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "LAPTOP"

  @TOK-11
  Scenario: A new login on a device of one's own ends its earlier access token
    Given Alice is logged in on "PHONE"
    And the response member access_token is remembered as "earlier"
    And Alice is logged in on "PHONE"
    When Alice with the access token "{earlier}" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-12
  Scenario: A new login on a device of one's own ends its earlier refresh token
    Given Alice is logged in on "PHONE" with refresh tokens
    And the response member refresh_token is remembered as "earlier"
    And Alice is logged in on "PHONE" with refresh tokens
    When an anonymous client calls: refresh with refresh_token "{earlier}"
    Then the response is 401

  @TOK-13
  Scenario: Two accounts may use the same device id without disturbing each other
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"
    When Bob on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Bob.user_id}"

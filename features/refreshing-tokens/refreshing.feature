Feature: Refreshing access tokens

  @REF-01
  Scenario: A refresh gives a token, and the documented types of what else there is
    Given Alice is logged in on "PHONE" with refresh tokens
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200
    And the response has:
      | member        | value                  |
      | access_token  | a string               |
      | refresh_token | a string, if present   |
      | expires_in_ms | an integer, if present |

  @REF-02
  Scenario: The new access token is the same user's
    Given Alice is logged in on "PHONE" with refresh tokens
    And the response member access_token is remembered as "earlier"
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200
    And the response member access_token is a string other than "{earlier}"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @REF-03
  Scenario: A refresh needs no access token
    Given Alice is logged in on "PHONE" with refresh tokens
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200

  @REF-03 @needs-short-token-lifetime
  Scenario: A refresh is not refused because of an expired access token
    Given Alice is logged in on "PHONE" with refresh tokens
    And the access token of Alice has expired
    When Alice on "PHONE" calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200

  @REF-04
  Scenario: A token may be refreshed before it expires
    Given Alice is logged in on "PHONE" with refresh tokens
    And Alice on "PHONE" calls: getTokenOwner
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200

  @REF-04
  Scenario: A token may be refreshed several times in a row
    Given Alice is logged in on "PHONE" with refresh tokens
    And an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    And an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

  @REF-05
  Scenario: A client that lost the answer can refresh again
    Given Alice is logged in on "PHONE" with refresh tokens
    And the response member refresh_token is remembered as "first"
    And an anonymous client calls: refresh with refresh_token "{first}"
    When an anonymous client calls: refresh with refresh_token "{first}"
    Then the response is 200
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

  @REF-06
  Scenario: Use of the new access token revokes the old refresh token
    Given Alice is logged in on "PHONE" with refresh tokens
    And the response member refresh_token is remembered as "first"
    And an anonymous client calls: refresh with refresh_token "{first}"
    And the response member refresh_token is remembered as "second"
    And Alice on "PHONE" calls: getTokenOwner
    When an anonymous client calls: refresh with refresh_token "{first}"
    Then the response is 401

  @REF-07
  Scenario: Use of the new refresh token revokes the old one
    Given Alice is logged in on "PHONE" with refresh tokens
    And the response member refresh_token is remembered as "first"
    And an anonymous client calls: refresh with refresh_token "{first}"
    And the response member refresh_token is remembered as "second"
    And an anonymous client calls: refresh with refresh_token "{second}"
    When an anonymous client calls: refresh with refresh_token "{first}"
    Then the response is 401

  @REF-08
  Scenario: There is always a refresh token in force: the new one, or else the old one
    Given Alice is logged in on "PHONE" with refresh tokens
    And an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    And Alice on "PHONE" calls: getTokenOwner
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200

  @REF-09
  Scenario: An unknown refresh token is refused
    When an anonymous client calls: refresh with refresh_token "{fresh.unknown_token}"
    Then the response is 401

  @REF-09
  Scenario: An access token is no refresh token
    Given Alice is logged in on "PHONE" with refresh tokens
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.access_token}"
    Then the response is 401

  @REF-10
  Scenario: A refresh without the token is refused
    When an anonymous client calls: refresh, with the body:
      """
      {}
      """
    Then the response is 400
    And the response has:
      | member  | value    |
      | errcode | a string |
      | error   | a string |

  @REF-11
  Scenario: An application service cannot refresh for a user of its own
    Given Bob is a user of the application service
    When the application service as Bob calls: refresh with refresh_token "{fresh.unknown_token}"
    Then the response is 401
    And the response member access_token is absent

  @REF-12
  Scenario Outline: <call> ends the refresh token
    Given Alice is logged in on "PHONE" with refresh tokens
    And Alice on "PHONE" calls: <call>
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 4xx

    Examples:
      | call       |
      | logout     |
      | logout_all |

  @REF-12
  Scenario: Logging one device out leaves the refresh tokens of the others
    Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
    And Alice on "LAPTOP" calls: logout
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 200

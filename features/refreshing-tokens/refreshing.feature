# {Alice.PHONE.refresh_token} is the token in force: the one that the last refresh gave, or else the
# one before.
Feature: Refreshing access tokens

  @REF-01
  Rule: A refresh gives a string access_token, and maybe a string refresh_token and an integer expires_in_ms

    Scenario: The members of a refresh have the documented types
      Given Alice is logged in on "PHONE" with refresh tokens
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200
      And the response has:
        | access_token  | a string               |
        | refresh_token | a string, if present   |
        | expires_in_ms | an integer, if present |

  @REF-02
  Rule: The new access token authenticates the same user

    Scenario: The new access token is another one, and the same user's
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token on "PHONE" is remembered as "earlier"
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200
      And the response member access_token is a string other than "{earlier}"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @REF-03
  Rule: A refresh needs no access token

    Scenario: A client refreshes without an access token
      Given Alice is logged in on "PHONE" with refresh tokens
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200

    @needs-short-token-lifetime
    Scenario: A client refreshes with an access token that has expired
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's access token has expired
      When Alice on "PHONE" calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200

  @REF-04
  Rule: A client may refresh before the access token has expired

    Scenario: A token that is still accepted is refreshed
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice on "PHONE" calls getTokenOwner
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200

    Scenario: A session is refreshed three times in a row
      Given Alice is logged in on "PHONE" with refresh tokens
      And somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      And somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200
      And Alice's session on "PHONE" goes on

  @REF-05
  Rule: The old refresh token keeps working until a new token is used

    Scenario: A client that lost the answer refreshes again
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's refresh token on "PHONE" is remembered as "first"
      And somebody calls refresh with refresh_token "{first}"
      When somebody calls refresh with refresh_token "{first}"
      Then the response is 200
      And Alice's session on "PHONE" goes on

  @REF-06
  Rule: The first use of the new access token revokes the old refresh token

    Scenario: The old refresh token is refused once the new access token was used
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's refresh token on "PHONE" is remembered as "first"
      And somebody calls refresh with refresh_token "{first}"
      And the server has given a new refresh token
      And Alice on "PHONE" calls getTokenOwner
      When somebody calls refresh with refresh_token "{first}"
      Then the response is 4xx

  @REF-07
  Rule: The first use of the new refresh token revokes the old one

    Scenario: The old refresh token is refused once the new one was used
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's refresh token on "PHONE" is remembered as "first"
      And somebody calls refresh with refresh_token "{first}"
      And the server has given a new refresh token
      And the response member refresh_token is remembered as "second"
      And somebody calls refresh with refresh_token "{second}"
      When somebody calls refresh with refresh_token "{first}"
      Then the response is 4xx

  @REF-08
  Rule: The old refresh token stays usable if a refresh gives no new one

    Scenario: There is always a refresh token in force: the new one, or else the old one
      Given Alice is logged in on "PHONE" with refresh tokens
      And somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      And Alice on "PHONE" calls getTokenOwner
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200

  @REF-09
  Rule: An unknown refresh token is refused with 401 M_UNKNOWN_TOKEN

    Scenario: A refresh token that never existed
      When somebody calls refresh with refresh_token "{fresh.unknown_token}"
      Then the response is 401 M_UNKNOWN_TOKEN

    # features/access-tokens/tokens-of-another-kind.feature has those in place of it.
    Scenario: A refresh token that has been used
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice's refresh token on "PHONE" is remembered as "first"
      And somebody calls refresh with refresh_token "{first}"
      And the server has given a new refresh token
      And the response member refresh_token is remembered as "second"
      And somebody calls refresh with refresh_token "{second}"
      When somebody calls refresh with refresh_token "{first}"
      Then the response is 401

  @REF-10
  Rule: A refresh without refresh_token is refused with a standard error

    Scenario: A refresh without the token is refused
      When refresh is called without its refresh_token
      Then the response is 4xx
      And the response has:
        | errcode | a string |
        | error   | a string |

  @REF-11
  Rule: The identity assertion of an application service has no effect on a refresh

    Scenario: A service cannot refresh for a user of its own
      Given Bob is a user of the application service
      When the application service as Bob calls refresh with refresh_token "{fresh.unknown_token}"
      Then the response is 4xx
      And the response has no access_token

    Scenario: A service's assertion does not change whose session is refreshed
      Given Alice is logged in on "PHONE" with refresh tokens
      And Bob is a user of the application service
      When the application service as Bob calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200 or 4xx
      And Alice's session on "PHONE" goes on
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @REF-12
  Rule: Logging a device out ends its refresh token too

    Scenario Outline: Logging out ends the refresh tokens of <session>
      Given Alice has <session> on "PHONE"
      And Alice on "PHONE" calls logout
      Then Alice's refresh tokens on "PHONE" are refused

      Examples: every kind of session with a refresh token

    Scenario Outline: Logging out everywhere ends the refresh tokens of <session>
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls logout_all
      Then Alice's refresh tokens on "LAPTOP" are refused

      Examples: every kind of session with a refresh token

    Scenario: Logging one device out leaves the refresh tokens of the others
      Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
      And Alice on "LAPTOP" calls logout
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 200

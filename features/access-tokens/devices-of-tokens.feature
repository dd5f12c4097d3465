Feature: Access tokens belong to devices

  @TOK-09
  Rule: The server should know the device of each access token

    Scenario: The server tells the device of a token
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"

  @TOK-10
  Rule: Refreshed tokens belong to the device of the first refresh token

    Scenario: A refreshed token belongs to the device
      Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
      And somebody calls refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"

    Scenario: A token that was refreshed twice belongs to the device
      Given Alice is logged in on "PHONE" and "LAPTOP" with refresh tokens
      And somebody calls refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
      And somebody calls refresh with refresh_token "{Alice.LAPTOP.refresh_token}"
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"

  @TOK-11
  Rule: A new login on a device of one's own ends the validity of its earlier access tokens

    Scenario: The earlier access token is refused after a new login on the device
      Given Alice is logged in on "PHONE"
      And the response member access_token is remembered as "earlier"
      And Alice logs in with her password on "PHONE"
      When Alice with the access token "{earlier}" calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN

  @TOK-12
  Rule: A new login on a device of one's own ends the validity of its earlier refresh tokens

    Scenario: The earlier refresh token is refused after a new login on the device
      Given Alice is logged in on "PHONE" with refresh tokens
      And the response member refresh_token is remembered as "earlier"
      And Alice logs in with her password and:
        | device_id     | PHONE |
        | refresh_token | true  |
      When somebody calls refresh with refresh_token "{earlier}"
      Then the response is 4xx

  @TOK-13
  Rule: A device id is unique for its user only: two users may have the same one

    Scenario: Two users log in on devices of the same id
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "PHONE"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"
      When Bob on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Bob.user_id}"

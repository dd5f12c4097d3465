Feature: Deactivating an account

  @DEA-05
  Rule: Deactivating an account needs user-interactive authentication: without it the account lives on

    Scenario: A deactivation without authentication
      Given Alice has an account
      When Alice calls deactivateAccount
      Then the response is a UIA challenge
      And Alice's session on "PHONE" goes on
      And Alice can log in

    Scenario Outline: A deactivation with <member> and without authentication
      Given Alice has an account
      When Alice calls deactivateAccount with <member> <value>
      Then the response is a UIA challenge
      And Alice's session on "PHONE" goes on
      And Alice can log in

      Examples:
        | member    | value            |
        | erase     | true             |
        | id_server | "id.example.org" |

    Scenario: A deactivation with a wrong password
      Given Alice has an account
      When Alice calls deactivateAccount
      And Alice answers the stage "m.login.password" wrongly
      Then the response is 4xx
      And Alice's session on "PHONE" goes on
      And Alice can log in

    Scenario: A deactivation with another user's password
      Given Alice has an account
      And Bob has an account
      When Alice calls deactivateAccount
      And Alice answers the stage "m.login.password" with Bob's credentials
      Then the response is 4xx
      And Alice's session on "PHONE" goes on
      And Bob's session on "PHONE" goes on
      And Alice can log in
      And Bob can log in

  @DEA-06
  Rule: An account can be deactivated without an access token: the server offers flows, and who completes one is deactivated

    Scenario: A deactivation without an access token is offered flows
      When somebody calls deactivateAccount
      Then the response is a UIA challenge
      And at least one flow is offered

    Scenario: Who completes a flow without an access token is deactivated
      Given Alice has an account
      When somebody calls deactivateAccount
      And somebody completes a flow with Alice's credentials
      Then the response is 200
      And Alice's session on "PHONE" is refused

  @DEA-01
  Rule: The response to a deactivation has id_server_unbind_result, which is success or no-support

    Scenario: The response says whether identifiers were unbound
      Given Alice has an account
      When Alice calls deactivateAccount and authenticates
      Then the response is 200
      And the response member id_server_unbind_result is "success" or "no-support"

    Scenario Outline: The response says whether identifiers were unbound, with erase <value>
      Given Alice has an account
      When Alice calls deactivateAccount with erase <value> and authenticates
      Then the response is 200
      And the response member id_server_unbind_result is "success" or "no-support"

      Examples:
        | value |
        | true  |
        | false |

  @DEA-02
  Rule: id_server_unbind_result is success for a user without identifiers

    Scenario: A user without identifiers deactivates the account
      Given Alice has an account
      When Alice calls deactivateAccount and authenticates
      Then the response is 200
      And the response member id_server_unbind_result is "success"

    @needs-appservice
    Scenario: A service that may deactivate its user has nothing to unbind
      Given Alice is a user of the application service
      When the application service as Alice calls deactivateAccount
      Then the response is 200 or 4xx
      Given the server has allowed it
      Then the response member id_server_unbind_result is "success"

  @DEA-07
  Rule: A deactivated account cannot be logged in to

    Scenario: The password does not log in after a deactivation
      Given Alice has an account
      And Alice calls deactivateAccount and authenticates
      When Alice logs in with her password
      Then the response is 4xx
      And no session has begun

    Scenario: The password does not log in after a deactivation with erasure
      Given Alice has an account
      And Alice calls deactivateAccount with erase true and authenticates
      When Alice logs in with her password
      Then the response is 4xx
      And no session has begun

    Scenario: The localpart and the password do not log in after a deactivation
      Given Alice has an account
      And Alice calls deactivateAccount and authenticates
      When Alice logs in with her password and the identifier:
        | type | m.id.user         |
        | user | {Alice.localpart} |
      Then the response is 4xx
      And no session has begun

    @needs-login-token
    Scenario: An earlier login token does not log in after a deactivation
      Given Alice has an account
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "login_token"
      And Alice calls deactivateAccount and authenticates
      When somebody calls login with type "m.login.token" and token "{login_token}"
      Then the response is 4xx
      And no session has begun

    Scenario: Another user still logs in
      Given Alice has an account
      And Bob has an account
      When Alice calls deactivateAccount and authenticates
      Then the response is 200
      And Bob's session on "PHONE" goes on
      And Bob can log in

  @DEA-08
  Rule: Deactivating an account ends the validity of all its tokens

    Scenario: A deactivation ends the session that asks for it
      Given Alice has an account
      And Alice calls deactivateAccount and authenticates
      Then Alice's session on "PHONE" has ended with the account

    Scenario Outline: A deactivation ends <session>
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deactivateAccount and authenticates
      Then Alice's session on "LAPTOP" has ended with the account

      Examples: every kind of session of a person

    Scenario Outline: A deactivation ends the refresh tokens of <session>
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deactivateAccount and authenticates
      Then Alice's refresh tokens on "LAPTOP" are refused

      Examples: every kind of session with a refresh token

# Each place that takes a token, and every kind of token that is not for it; {token} is a valid one.
# A chapter with another kind, or another place, adds it here.
Feature: Tokens of one kind used as another

  @TOK-17
  Rule: A token that was given for something else does not authenticate a request: 401 M_UNKNOWN_TOKEN

    Scenario Outline: <token> in place of an access token
      Given Alice has an account
      And Alice has <token>
      When "{token}" is sent as an access token
      Then each response is 401 M_UNKNOWN_TOKEN

      Examples: every kind of token that is not for requests

  @REF-09
  Rule: An unknown refresh token is refused with 401 M_UNKNOWN_TOKEN

    Scenario Outline: <token> in place of a refresh token
      Given Alice has an account
      And Alice has <token>
      When somebody calls refresh with refresh_token "{token}"
      Then the response is 401 M_UNKNOWN_TOKEN

      Examples: every kind of token but a refresh token

  @LOG-26
  Rule: An invalid login token is refused with 403 M_FORBIDDEN

    Scenario Outline: <token> in place of a login token
      Given the server lists the login type "m.login.token"
      And Alice has an account
      And Alice has <token>
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 403 M_FORBIDDEN

      Examples: every kind of token but a login token

  @APS-07
  Rule: m.login.application_service needs the token of a service: 401 M_MISSING_TOKEN without one, M_UNKNOWN_TOKEN with another

    # For the login, the client-server API says M_FORBIDDEN without a status.
    @needs-legacy-auth
    Scenario Outline: <token> in place of an application service's
      Given Alice is a user of the application service
      And Bob has an account
      And Bob has <token>
      When Bob with the access token "{token}" logs in as a service for "{Alice.user_id}"
      Then the response is 401 M_UNKNOWN_TOKEN or 4xx M_FORBIDDEN

      Examples: every kind of token of a user

  @REG-35
  Rule: A registration token is valid while it can be used, and not if unknown, expired or used up

    @needs-registration-token
    Scenario Outline: <token> is not a valid registration token
      Given Alice has an account
      And Alice has <token>
      When somebody calls registrationTokenValidity with token "{token}"
      Then the response is 200
      And the response member valid is false

      Examples: every kind of token of a user

  @UIT-14
  Rule: A registration token that is unknown, expired or used up does not complete its stage

    Scenario Outline: <token> in place of a registration token
      Given Alice has an account
      And Alice has <token>
      When somebody begins a registration
      And somebody answers the stage "m.login.registration_token" with:
        | token | {token} |
      Then the response is 4xx
      And no stage is completed

      Examples: every kind of token of a user

  @UIA-17
  Rule: A session that the server never issued does not authenticate

    Scenario Outline: <token> in place of a session of user-interactive authentication
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has <token>
      When Alice on "PHONE" calls deleteDevice with:
        | deviceId     | LAPTOP  |
        | auth.session | {token} |
      Then the response is 4xx
      And Alice's session on "LAPTOP" goes on

      Examples: every kind of token of a user

  @TPI-09
  Rule: A session that is unknown, or not validated, or has another client_secret, adds nothing

    Scenario Outline: <token> in place of a validation session
      Given Alice has an account
      And Alice has <token>
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID and authenticates, with:
        | sid           | {token}         |
        | client_secret | {client_secret} |
      Then the response is 4xx
      And Alice has no third-party identifiers

      Examples: every kind of token of a user

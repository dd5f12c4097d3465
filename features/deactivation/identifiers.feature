Feature: What becomes of identifiers when an account is deactivated

  @DEA-03
  Rule: Without id_server, identifiers are unbound where they were bound; the result is no-support where that is unknown

    Scenario: A bound address is unbound where it was bound
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls deactivateAccount and authenticates
      Then the response is 200
      And the response member id_server_unbind_result is "success"
      And the identity server was asked once to unbind an email address of Alice

  @DEA-04
  Rule: With id_server, all identifiers are unbound there by a signed request

    Scenario: A bound address is unbound at the identity server that is named
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls deactivateAccount with id_server "{identity_server}" and authenticates
      Then the response is 200
      And the response member id_server_unbind_result is "success"
      And the identity server was asked once to unbind an email address of Alice

    Scenario: An identity server that does not answer has unbound nothing
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls deactivateAccount with id_server "identity.invalid" and authenticates
      Then the response is 200 or 4xx or 5xx
      Given the server has allowed it
      Then the response member id_server_unbind_result is "no-support"

  @DEA-09
  Rule: A deactivated account is revived neither by a refresh token nor by a reset of its password

    @needs-email-sink
    Scenario: A reset of the password, begun before, does not revive the account
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And somebody asks for a message to reset the password by "{Alice.email}"
      And somebody confirms the message to "{Alice.email}"
      And Alice calls deactivateAccount and authenticates
      When somebody calls changePassword with new_password "{fresh.password}"
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And Alice cannot log in with the password "{fresh.password}"

    @needs-refresh-tokens
    Scenario: A refresh token from before does not revive the account
      Given Alice is logged in on "PHONE" with refresh tokens
      And Alice calls deactivateAccount and authenticates
      When somebody calls refresh with refresh_token "{Alice.PHONE.refresh_token}"
      Then the response is 4xx
      And no session has begun

  @DEA-12
  Rule: An erasure should also remove account data and third-party identifiers

    Scenario: The address of an erased user is free again
      Given Alice has an account
      And Bob has an account
      And Alice has the email address "{Alice.email}"
      And Alice calls deactivateAccount with erase true and authenticates
      When Bob asks for a message to add "{Alice.email}"
      Then the response is 200
      When Bob confirms the message to "{Alice.email}"
      And Bob calls add3PID with that validation and authenticates
      Then the response is 200
      And Bob's third-party identifiers are "{Alice.email}"

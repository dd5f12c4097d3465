Feature: Binding identifiers at an identity server

  @TPI-13
  Rule: The homeserver passes a binding on to the identity server that the client names

    Scenario: The identity server is asked to bind the address
      Given Alice has an account
      And Alice has validated an email address at the identity server
      When Alice calls bind3PID with that validation
      Then the response is 200
      And the identity server was asked once to bind an email address to Alice

  @TPI-14
  Rule: A binding should depend on the identity server alone, whose errors are passed on

    Scenario: An address that another user has bound can be bound
      Given Alice has an account
      And Bob is logged in on "DESKTOP"
      And Alice has validated an email address at the identity server
      And Bob calls bind3PID with that validation
      When Alice calls bind3PID with that validation
      Then the response is 200

    Scenario: The identity server does not know the session
      Given Alice has an account
      And Alice has a validation that the identity server does not know
      When Alice calls bind3PID with that validation
      Then the response is 404 M_NO_VALID_SESSION

  @TPI-15
  Rule: A binding needs no user-interactive authentication, and adds nothing to the account

    Scenario: A binding is neither challenged nor listed
      Given Alice has an account
      And Alice has validated an email address at the identity server
      When Alice calls bind3PID with that validation
      Then the response is 200
      And the response has no flows
      And Alice has no third-party identifiers

  @TPI-19
  Rule: An unbinding says whether the identifier was unbound: success or no-support

    Scenario: An unbinding says whether the identifier was unbound
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls unbind3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "success" or "no-support"

  @TPI-20
  Rule: An unbinding leaves the identifier on the account

    Scenario: An address that is unbound stays on the account
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And Alice has bound an email address at the identity server
      When Alice calls unbind3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And Alice's third-party identifiers are "{Alice.email}"

  @TPI-21
  Rule: Without id_server the original server is asked to unbind; no-support where that is unknown

    Scenario: An address that was never bound is not said to be unbound
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls unbind3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "no-support"

    @needs-identity-server-stub
    Scenario: An address is unbound at the server where it was bound
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls unbind3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "success"
      And the identity server was asked once to unbind an email address of Alice

  @TPI-22
  Rule: The homeserver signs its request to unbind, which needs no token of the client

    Scenario: The request to unbind is signed by the homeserver
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls unbind3pidFromAccount with:
        | medium    | email             |
        | address   | {Alice.email}     |
        | id_server | {identity_server} |
      Then the response is 200
      And the identity server was asked once to unbind an email address of Alice

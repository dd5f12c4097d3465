Feature: Deleting identifiers from an account

  @TPI-16
  Rule: A deletion says whether the identifier was unbound: success or no-support

    Scenario: A deletion says whether the identifier was unbound
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls delete3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "success" or "no-support"

  @TPI-17
  Rule: An identifier that was deleted is not listed any more, and nobody can log in with it

    Scenario: A deleted address is not listed and does not log in
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls delete3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And Alice has no third-party identifiers
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | email           |
        | address | {Alice.email}   |
      Then the response is 4xx
      And Alice's devices are "PHONE"

  @TPI-18
  Rule: A deletion unbinds the identifier where it was bound; no-support where that is unknown

    Scenario: A deleted address that was never bound is not said to be unbound
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls delete3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "no-support"

    Scenario: A deleted address is unbound at the server where it was bound
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And Alice has bound an email address at the identity server
      When Alice calls delete3pidFromAccount with medium "email" and address "{Alice.email}"
      Then the response is 200
      And the response member id_server_unbind_result is "success"
      And the identity server was asked once to unbind an email address of Alice

    Scenario: A deleted address is unbound at the server that the deletion names
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And Alice has bound an email address at the identity server
      When Alice calls delete3pidFromAccount with:
        | medium    | email             |
        | address   | {Alice.email}     |
        | id_server | {identity_server} |
      Then the response is 200
      And the response member id_server_unbind_result is "success"
      And the identity server was asked once to unbind an email address of Alice

    Scenario: An identity server that does not answer has unbound nothing
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls delete3pidFromAccount with:
        | medium    | email            |
        | address   | {Alice.email}    |
        | id_server | identity.invalid |
      Then the response is 200 or 4xx or 5xx
      Given the server has allowed it
      Then the response member id_server_unbind_result is "no-support"

  @TPI-23
  Rule: To bind, delete or unbind without a required member is refused

    Scenario Outline: <operation> without <member> is refused
      Given Alice has an account
      When <operation> is called without its <member>
      Then the response is 4xx
      And Alice's account is as it was

      Examples:
        | operation             | member          |
        | bind3PID              | client_secret   |
        | bind3PID              | id_server       |
        | bind3PID              | id_access_token |
        | bind3PID              | sid             |
        | delete3pidFromAccount | medium          |
        | delete3pidFromAccount | address         |
        | unbind3pidFromAccount | medium          |
        | unbind3pidFromAccount | address         |

    @needs-email-sink @needs-password-login
    Scenario Outline: A deletion with the body <body> deletes nothing
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls delete3pidFromAccount with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And Alice's third-party identifiers are "{Alice.email}"

      Examples:
        | body                                 |
        | {}                                   |
        | {"medium": "email"}                  |
        | {"address": "{Alice.email}"}         |
        | {"medium": "email", "address": null} |

    @needs-identity-server-stub
    Scenario Outline: An unbinding with the body <body> unbinds nothing
      Given Alice has an account
      And Alice has bound an email address at the identity server
      When Alice calls unbind3pidFromAccount with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And the identity server has unbound no email address of Alice

      Examples:
        | body                         |
        | {}                           |
        | {"medium": "email"}          |
        | {"address": "{Alice.email}"} |

Feature: The password stage, and the ways to name a user

  @UIT-01
  Rule: The right identifier and password complete the stage m.login.password

    Scenario Outline: The right password completes the stage for <user>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with:
        | identifier.type | m.id.user        |
        | identifier.user | <user>           |
        | password        | {Alice.password} |
      Then the response is 200
      And Alice's devices are "PHONE"

      Examples:
        | user              |
        | {Alice.user_id}   |
        | {Alice.localpart} |

  @UIT-03
  Rule: The password stage takes a third-party identifier of the account

    Scenario: The account's address and password complete the stage
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has the email address "{Alice.email}"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with:
        | identifier.type    | m.id.thirdparty  |
        | identifier.medium  | email            |
        | identifier.address | {Alice.email}    |
        | password           | {Alice.password} |
      Then the response is 200
      And Alice's devices are "PHONE"

    @needs-sms-sink
    Scenario Outline: The account's number as <type> completes the stage
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has the telephone number "{Alice.phone}"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with:
        | identifier | <identifier>     |
        | password   | {Alice.password} |
      Then the response is 200
      And Alice's devices are "PHONE"

      Examples:
        | type            | identifier                                                                  |
        | m.id.thirdparty | {"type": "m.id.thirdparty", "medium": "msisdn", "address": "{Alice.phone}"} |
        | m.id.phone      | {"type": "m.id.phone", "country": "FR", "phone": "{Alice.phone.national}"}  |

  @UIT-04
  Rule: The password stage refuses a third-party identifier that the homeserver does not know

    Scenario: An address that nobody has does not complete the stage
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with:
        | identifier.type    | m.id.thirdparty  |
        | identifier.medium  | email            |
        | identifier.address | {fresh.email}    |
        | password           | {Alice.password} |
      Then the response is 403 or a UIA challenge
      And no stage is completed
      And Alice's account is as it was

  @UIT-31
  Rule: A third-party identifier in the password stage that the homeserver does not know gives 403, not another challenge

    Scenario: An address that nobody has is not challenged again
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice answers the stage "m.login.password" with:
        | identifier.type    | m.id.thirdparty  |
        | identifier.medium  | email            |
        | identifier.address | {fresh.email}    |
        | password           | {Alice.password} |
      Then the response is 403
      And Alice's account is as it was

  @UIT-25
  Rule: An m.id.user identifier is the full user id or the localpart

    Scenario Outline: A login names the user by <user>
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | m.id.user |
        | user | <user>    |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | user              |
        | {Alice.user_id}   |
        | {Alice.localpart} |

  @UIT-26
  Rule: An m.id.thirdparty identifier of the account names the user at login

    Scenario: A login names the user by the account's email address
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | email           |
        | address | {Alice.email}   |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @UIT-27
  Rule: The case of an email address does not matter

    Scenario Outline: A login names the user by <address>
      Given Alice has an account
      And Alice has the email address "Alice-{fresh.username}@Example.org"
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | email           |
        | address | <address>       |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | address                            |
        | alice-{fresh.username}@example.org |
        | ALICE-{fresh.username}@EXAMPLE.ORG |

    Scenario: An email address in other letters is still in use
      Given Alice has an account
      And Alice has the email address "alice-{fresh.username}@example.org"
      And Bob is logged in on "DESKTOP"
      When Bob asks for a message to add "ALICE-{fresh.username}@Example.org"
      Then the response is 400 M_THREEPID_IN_USE or 200

    Scenario: A mail about an address in other letters does not let it be added
      Given Alice has an account
      And Alice has the email address "alice-{fresh.username}@example.org"
      And Bob is logged in on "DESKTOP"
      When Bob asks for a message to add "ALICE-{fresh.username}@Example.org"
      Then the response is 400 M_THREEPID_IN_USE or 200
      Given the server has allowed it
      When Bob tries to confirm the message to "ALICE-{fresh.username}@Example.org"
      And Bob calls add3PID with that validation and authenticates
      Then the response is 4xx
      And Bob has no third-party identifiers

  @UIT-28
  Rule: The server makes the number of an m.id.phone identifier canonical, by its country

    Scenario Outline: A login names the user by the number <phone>
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When Alice logs in with her password and the identifier:
        | type    | m.id.phone |
        | country | FR         |
        | phone   | <phone>    |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | phone                  |
        | {Alice.phone.national} |
        | +{Alice.phone}         |

    Scenario: A login names the user by a number in canonical form
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | msisdn          |
        | address | {Alice.phone}   |
      Then the response is 200

  @UIT-29
  Rule: An identifier of an unknown type is refused with a standard error

    Scenario: A login with an identifier of a made-up type
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | org.example.unheard_of |
        | user | {Alice.user_id}        |
      Then the response is 400 or 403
      And the response member errcode is a string
      And Alice's devices are "PHONE"

Feature: Login by a third-party identifier

  @LOG-33
  Rule: A third-party identifier of the account and the right password log in

    Scenario Outline: The account's <medium> address names the user
      Given Alice has an account
      And Alice has the identifier "<address>"
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | <medium>        |
        | address | <address>       |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      @needs-email-sink
      Examples:
        | medium | address       |
        | email  | {Alice.email} |

      @needs-sms-sink
      Examples:
        | medium | address       |
        | msisdn | {Alice.phone} |

  @LOG-34
  Rule: The telephone number of an m.id.phone identifier is made canonical by the server

    Scenario: A telephone number as it is dialled names the user
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When Alice logs in with her password and the identifier:
        | type    | m.id.phone             |
        | country | FR                     |
        | phone   | {Alice.phone.national} |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @LOG-28
  Rule: The deprecated members user, medium and address still name the user

    @needs-email-sink
    Scenario: The deprecated members medium and address name the user
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody calls login with:
        | type     | m.login.password |
        | medium   | email            |
        | address  | {Alice.email}    |
        | password | {Alice.password} |
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @LOG-21
  Rule: A wrong password is refused with 403 M_FORBIDDEN

    @needs-email-sink
    Scenario: The email address of the account with a wrong password
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody calls login with:
        | type               | m.login.password |
        | identifier.type    | m.id.thirdparty  |
        | identifier.medium  | email            |
        | identifier.address | {Alice.email}    |
        | password           | {fresh.password} |
      Then the response is 403 M_FORBIDDEN
      And Alice's devices are "PHONE"

    @needs-sms-sink
    Scenario: The telephone number of the account with a wrong password
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When somebody calls login with:
        | type               | m.login.password |
        | identifier.type    | m.id.thirdparty  |
        | identifier.medium  | msisdn           |
        | identifier.address | {Alice.phone}    |
        | password           | {fresh.password} |
      Then the response is 403 M_FORBIDDEN
      And Alice's devices are "PHONE"

  @LOG-25
  Rule: A login with an unknown third-party identifier is refused with 403

    @needs-email-sink
    Scenario: The email address of a deactivated account
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And Alice calls deactivateAccount and authenticates
      When Alice logs in with her password and the identifier:
        | type    | m.id.thirdparty |
        | medium  | email           |
        | address | {Alice.email}   |
      Then the response is 403
      And no session has begun

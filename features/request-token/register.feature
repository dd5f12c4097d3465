Feature: Messages to register with an address

  @RQT-01
  Rule: A request for a mail to register with an address that nobody has gives 200 and a sid

    Scenario: A mail goes to an address that nobody has
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And the response member sid is a string

  @RQT-02
  Rule: A request for a mail to register with an address in use is refused with 400 M_THREEPID_IN_USE, or explained in the message (200)

    Scenario: A mail to an address that Bob has
      Given Bob has an account
      And Bob has the email address "{Bob.email}"
      When somebody asks for a message to register with "{Bob.email}"
      Then the response is 400 M_THREEPID_IN_USE or 200

    @needs-email-uia
    Scenario: A mail about an address that Bob has registers nobody
      Given Bob has an account
      And Bob has the email address "{Bob.email}"
      When somebody asks for a message to register with "{Bob.email}"
      Then the response is 400 M_THREEPID_IN_USE or 200
      Given the server has allowed it
      When somebody tries to confirm the message to "{Bob.email}"
      And somebody begins a registration
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

  @RQT-03
  Rule: An untrusted id_server in a request for a mail to register is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A mail is asked for through an untrusted identity server
      When somebody asks for a message to register with "{fresh.email}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 1 message has been sent to "{fresh.email}"

  @RQT-04
  Rule: A request for a mail to register with an address that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A mail to an address that is not permitted
      When somebody asks for a message to register with "{fresh.email}"
      Then the response is 403 M_THREEPID_DENIED

  @RQT-05
  Rule: A request for a text message to register with a number that nobody has gives 200 and a sid

    Scenario Outline: A text message goes to the number <number>, which nobody has
      When somebody calls requestTokenToRegisterMSISDN with:
        | client_secret | {fresh.client_secret} |
        | country       | FR                    |
        | phone_number  | <number>              |
        | send_attempt  | 1                     |
      Then the response is 200
      And the response member sid is a string

      Examples:
        | number                 |
        | +{fresh.phone}         |
        | {fresh.phone.national} |

  @RQT-06
  Rule: A request for a text message to register with a number in use is refused with 400 M_THREEPID_IN_USE, or explained in the message (200)

    Scenario: A text message to a number that Bob has
      Given Bob has an account
      And Bob has the telephone number "{Bob.phone}"
      When somebody asks for a message to register with "{Bob.phone}"
      Then the response is 400 M_THREEPID_IN_USE or 200

    @needs-sms-uia
    Scenario: A text message about a number that Bob has registers nobody
      Given Bob has an account
      And Bob has the telephone number "{Bob.phone}"
      When somebody asks for a message to register with "{Bob.phone}"
      Then the response is 400 M_THREEPID_IN_USE or 200
      Given the server has allowed it
      When somebody tries to confirm the message to "{Bob.phone}"
      And somebody begins a registration
      And somebody answers the stage "m.login.msisdn" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

  @RQT-07
  Rule: An untrusted id_server in a request for a text message to register is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A text message is asked for through an untrusted identity server
      When somebody asks for a message to register with "{fresh.phone}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 1 message has been sent to "{fresh.phone}"

  @RQT-08
  Rule: A request for a text message to register with a number that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A text message to a number that is not permitted
      When somebody asks for a message to register with "{fresh.phone}"
      Then the response is 403 M_THREEPID_DENIED

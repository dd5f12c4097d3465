Feature: The stages of email addresses and telephone numbers

  @UIT-09
  Rule: A validated email address completes the stage m.login.email.identity, without an id_server

    Scenario: Flows with an email address lead to an account
      When somebody completes each flow of register with the stage "m.login.email.identity"
      Then each response is 200

    Scenario: A validated email address is counted
      When somebody begins a registration
      And somebody answers the stage "m.login.email.identity"
      Then the stage "m.login.email.identity" is completed

    Scenario: An email address is counted once the person has confirmed the message
      When somebody begins a registration
      And somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      And 1 message has been sent to "{fresh.email}"
      When somebody confirms the message to "{fresh.email}"
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the stage "m.login.email.identity" is completed

    @needs-password-login
    Scenario: Whoever has the account's email address may set a new password
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody calls changePassword with new_password "{fresh.password}"
      And somebody answers the stage "m.login.email.identity" with Alice's credentials
      Then the response is 200
      When Alice logs in with the password "{fresh.password}"
      Then the response is 200

  @UIT-10
  Rule: A session that is unknown, not validated or another client's does not complete the email stage

    Scenario: An email address that is not validated
      When somebody begins a registration
      And somebody asks for a message to register with "{fresh.email}"
      Then the response is 200
      When somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

    Scenario: A validated email address with another client secret
      When somebody begins a registration
      And somebody answers the stage "m.login.email.identity" wrongly
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

    Scenario: A session for an email address that was never begun
      When somebody begins a registration
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | "1234567890"          |
        | threepid_creds.client_secret | {fresh.client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

  @UIT-11
  Rule: A telephone number completes the stage m.login.msisdn once it is validated, and not otherwise

    Scenario: Flows with a telephone number lead to an account
      When somebody completes each flow of register with the stage "m.login.msisdn"
      Then each response is 200

    Scenario: A validated telephone number is counted
      When somebody begins a registration
      And somebody answers the stage "m.login.msisdn"
      Then the stage "m.login.msisdn" is completed

    Scenario: A telephone number is counted once the person has confirmed the message
      When somebody begins a registration
      And somebody asks for a message to register with "{fresh.phone}"
      Then the response is 200
      And 1 message has been sent to "{fresh.phone}"
      When somebody confirms the message to "{fresh.phone}"
      And somebody answers the stage "m.login.msisdn" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the stage "m.login.msisdn" is completed

    Scenario: A telephone number that is not validated
      When somebody begins a registration
      And somebody asks for a message to register with "{fresh.phone}"
      Then the response is 200
      When somebody answers the stage "m.login.msisdn" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

    Scenario: A validated telephone number with another client secret
      When somebody begins a registration
      And somebody answers the stage "m.login.msisdn" wrongly
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

    Scenario: A session for a telephone number that was never begun
      When somebody begins a registration
      And somebody answers the stage "m.login.msisdn" with:
        | threepid_creds.sid           | "1234567890"          |
        | threepid_creds.client_secret | {fresh.client_secret} |
      Then the response is 4xx
      And no stage is completed
      And the user name "{fresh.username}" is free

Feature: Resetting a forgotten password

  @PWD-07
  Rule: The password can be changed without an access token: the server offers flows

    Scenario: A change without an access token is offered flows
      When somebody calls changePassword with new_password "{fresh.password}"
      Then the response is a UIA challenge
      And at least one flow is offered

  @PWD-08
  Rule: A validated email address resets the password of the account that has it

    Scenario: A validated address of the account resets the password
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And somebody asks for a message to reset the password by "{Alice.email}"
      And somebody confirms the message to "{Alice.email}"
      When somebody calls changePassword with new_password "{fresh.password}"
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 200
      When Alice logs in with the password "{fresh.password}"
      Then the response is 200
      When Alice logs in with the password "{Alice.first_password}"
      Then the response is 4xx
      And no session has begun

  @PWD-09
  Rule: A session that was not validated, or whose address nobody has, resets no password

    Scenario: An address that was not validated resets no password
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      And somebody asks for a message to reset the password by "{Alice.email}"
      When somebody calls changePassword with new_password "{fresh.password}"
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And Alice's account is as it was

    @needs-open-registration
    Scenario: A validated address that no account has resets no password
      Given Alice has an account
      And somebody asks for a message to register with "{fresh.email}"
      And somebody confirms the message to "{fresh.email}"
      When somebody calls changePassword with new_password "{fresh.password}"
      And somebody answers the stage "m.login.email.identity" with:
        | threepid_creds.sid           | {sid}           |
        | threepid_creds.client_secret | {client_secret} |
      Then the response is 4xx
      And Alice's account is as it was

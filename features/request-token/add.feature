Feature: Messages to add an address to an account

  @RQT-19
  Rule: A request for a mail to add an address that nobody has gives 200 and a sid

    Scenario: A mail goes to an address that nobody has
      Given Alice has an account
      When Alice asks for a message to add "{fresh.email}"
      Then the response is 200
      And the response member sid is a string

  @RQT-20
  Rule: A request for a mail to add an address of another user is refused with 400 M_THREEPID_IN_USE, or explained in the message (200)

    Scenario: A mail to an address that another user has
      Given Alice has an account
      And Bob has an account
      And Bob has the email address "{Bob.email}"
      When Alice asks for a message to add "{Bob.email}"
      Then the response is 400 M_THREEPID_IN_USE or 200

    @needs-password-login
    Scenario: A mail about an address that another user has does not let it be added
      Given Alice has an account
      And Bob has an account
      And Bob has the email address "{Bob.email}"
      When Alice asks for a message to add "{Bob.email}"
      Then the response is 400 M_THREEPID_IN_USE or 200
      Given the server has allowed it
      When Alice tries to confirm the message to "{Bob.email}"
      And Alice calls add3PID with that validation and authenticates
      Then the response is 4xx
      And Alice has no third-party identifiers
      And Bob's third-party identifiers are "{Bob.email}"

  @RQT-21
  Rule: An untrusted id_server in a request for a mail to add an address is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A mail is asked for through an untrusted identity server
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice asks for a message to add "{fresh.email}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 1 message has been sent to "{fresh.email}"

  @RQT-22
  Rule: A request for a mail to add an address is refused with 400 M_THREEPID_MEDIUM_NOT_SUPPORTED where email addresses cannot be added

    Scenario: A mail is asked for where email addresses cannot be added
      Given Alice has an account
      When Alice asks for a message to add "{fresh.email}"
      Then the response is 400 M_THREEPID_MEDIUM_NOT_SUPPORTED

  @RQT-23
  Rule: A request for a mail to add an ill-formed address is refused with 400 M_INVALID_PARAM

    Scenario: A mail to an ill-formed address
      Given Alice has an account
      When Alice calls requestTokenTo3PIDEmail with the body:
        """
        {"client_secret": "{fresh.client_secret}", "email": "not-an-email", "send_attempt": 1}
        """
      Then the response is 400 M_INVALID_PARAM

  @RQT-24
  Rule: A request for a mail to add an address that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A mail to an address that is not permitted
      Given Alice has an account
      When Alice asks for a message to add "{fresh.email}"
      Then the response is 403 M_THREEPID_DENIED

  @RQT-25
  Rule: A request for a text message to add a number that nobody has gives 200 and a sid

    Scenario: A text message goes to a number that nobody has
      Given Alice has an account
      When Alice asks for a message to add "{fresh.phone}"
      Then the response is 200
      And the response member sid is a string

  @RQT-26
  Rule: A request for a text message to add a number of another user is refused with 400 M_THREEPID_IN_USE, or explained in the message (200)

    Scenario: A text message to a number that another user has
      Given Alice has an account
      And Bob has an account
      And Bob has the telephone number "{Bob.phone}"
      When Alice asks for a message to add "{Bob.phone}"
      Then the response is 400 M_THREEPID_IN_USE or 200

    @needs-password-login
    Scenario: A text message about a number that another user has does not let it be added
      Given Alice has an account
      And Bob has an account
      And Bob has the telephone number "{Bob.phone}"
      When Alice asks for a message to add "{Bob.phone}"
      Then the response is 400 M_THREEPID_IN_USE or 200
      Given the server has allowed it
      When Alice tries to confirm the message to "{Bob.phone}"
      And Alice calls add3PID with that validation and authenticates
      Then the response is 4xx
      And Alice has no third-party identifiers
      And Bob's third-party identifiers are "{Bob.phone}"

  @RQT-27
  Rule: An untrusted id_server in a request for a text message to add a number is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A text message is asked for through an untrusted identity server
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When Alice asks for a message to add "{fresh.phone}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 1 message has been sent to "{fresh.phone}"

  @RQT-28
  Rule: A request for a text message to add a number is refused with 400 M_THREEPID_MEDIUM_NOT_SUPPORTED where telephone numbers cannot be added

    Scenario: A text message is asked for where telephone numbers cannot be added
      Given Alice has an account
      When Alice asks for a message to add "{fresh.phone}"
      Then the response is 400 M_THREEPID_MEDIUM_NOT_SUPPORTED

  @RQT-29
  Rule: A request for a text message to add an ill-formed number is refused with 400 M_INVALID_PARAM

    Scenario: A text message to an ill-formed number
      Given Alice has an account
      When Alice calls requestTokenTo3PIDMSISDN with the body:
        """
        {"client_secret": "{fresh.client_secret}", "country": "FR", "phone_number": "abc", "send_attempt": 1}
        """
      Then the response is 400 M_INVALID_PARAM

  @RQT-30
  Rule: A request for a text message to add a number that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A text message to a number that is not permitted
      Given Alice has an account
      When Alice asks for a message to add "{fresh.phone}"
      Then the response is 403 M_THREEPID_DENIED

Feature: Messages to reset a password

  @RQT-09
  Rule: A request for a mail to reset the password of an account by its address gives 200 and a sid

    Scenario: A mail goes to the address of an account
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody asks for a message to reset the password by "{Alice.email}"
      Then the response is 200
      And the response member sid is a string

  @RQT-11
  Rule: A request for a mail to reset a password is never refused with M_THREEPID_IN_USE

    Scenario: The address of an account is not refused as in use
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody asks for a message to reset the password by "{Alice.email}"
      Then the response is 200 or 400 or 403
      And the response member errcode is a string other than "M_THREEPID_IN_USE", if present

  @RQT-10
  Rule: A request for a mail to reset a password by an address that nobody has is refused with 400 M_THREEPID_NOT_FOUND, or the mail is sent (200)

    Scenario: A mail to an address that nobody has
      When somebody asks for a message to reset the password by "{fresh.email}"
      Then the response is 400 M_THREEPID_NOT_FOUND or 200

  @RQT-12
  Rule: An untrusted id_server in a request for a mail to reset a password is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A mail is asked for through an untrusted identity server
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice asks for a message to reset the password by "{Alice.email}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 2 messages have been sent to "{Alice.email}"

  @RQT-13
  Rule: A request for a mail to reset a password by an address that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A mail to an address that is not permitted
      When somebody asks for a message to reset the password by "{fresh.email}"
      Then the response is 403 M_THREEPID_DENIED or 400 M_THREEPID_NOT_FOUND

  @RQT-14
  Rule: A request for a text message to reset the password of an account by its number gives 200 and a sid

    Scenario: A text message goes to the number of an account
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When somebody asks for a message to reset the password by "{Alice.phone}"
      Then the response is 200
      And the response member sid is a string

  @RQT-16
  Rule: A request for a text message to reset a password is never refused with M_THREEPID_IN_USE

    Scenario: The number of an account is not refused as in use
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When somebody asks for a message to reset the password by "{Alice.phone}"
      Then the response is 200 or 400 or 403
      And the response member errcode is a string other than "M_THREEPID_IN_USE", if present

  @RQT-15
  Rule: A request for a text message to reset a password by a number that nobody has is refused with 400 M_THREEPID_NOT_FOUND, or the text message is sent (200)

    Scenario: A text message to a number that nobody has
      When somebody asks for a message to reset the password by "{fresh.phone}"
      Then the response is 400 M_THREEPID_NOT_FOUND or 200

  @RQT-17
  Rule: An untrusted id_server in a request for a text message to reset a password is refused with 400 M_SERVER_NOT_TRUSTED, or ignored

    Scenario: A text message is asked for through an untrusted identity server
      Given Alice has an account
      And Alice has the telephone number "{Alice.phone}"
      When Alice asks for a message to reset the password by "{Alice.phone}", with:
        | id_server       | identity.invalid |
        | id_access_token | made-up          |
      Then the response is 400 M_SERVER_NOT_TRUSTED or 200
      Given the server has allowed it
      Then 2 messages have been sent to "{Alice.phone}"

  @RQT-18
  Rule: A request for a text message to reset a password by a number that is not permitted is refused with 403 M_THREEPID_DENIED

    Scenario: A text message to a number that is not permitted
      When somebody asks for a message to reset the password by "{fresh.phone}"
      Then the response is 403 M_THREEPID_DENIED or 400 M_THREEPID_NOT_FOUND

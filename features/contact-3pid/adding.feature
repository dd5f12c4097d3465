Feature: Adding identifiers to an account

  @TPI-01
  Rule: Each identifier is listed with its medium, its address, and when it was validated and added

    Scenario: An email address is listed with medium, address and times
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When Alice calls getAccount3PIDs
      Then the response is 200
      And the response has:
        | threepids[*].medium      | "email"                         |
        | threepids[*].address     | "{Alice.email}"                 |
        | threepids.0.validated_at | a time within 60 minutes of now |
        | threepids.0.added_at     | a time within 60 minutes of now |

  @TPI-02
  Rule: An account without identifiers has an empty list of them

    Scenario: A new account has no identifiers
      Given Alice has an account
      When Alice calls getAccount3PIDs
      Then the response is 200
      And the response member threepids is an array, if present
      And the response has no threepids.0

  @TPI-03
  Rule: The list has what was added to the account, and nothing that was only bound

    Scenario: What was added is listed, and what was bound is not
      Given Alice has an account
      And Alice has the email address "{fresh.email}"
      And Bob has validated an email address at the identity server
      And Alice calls bind3PID with that validation
      Then Alice's third-party identifiers are "{fresh.email}"

  @TPI-07
  Rule: Adding an identifier needs user-interactive authentication

    Scenario: Without authentication nothing is added
      Given Alice has an account
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID with that validation
      Then the response is a UIA challenge
      And Alice has no third-party identifiers

  @TPI-08
  Rule: With user-interactive authentication, a validated identifier is added to the account

    Scenario: A validated email address is added
      Given Alice has an account
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID with that validation and authenticates
      Then the response is 200
      And Alice's third-party identifiers are "{Alice.email}"

    @needs-sms-sink
    Scenario: A validated telephone number is added
      Given Alice has an account
      And Alice asks for a message to add "{Alice.phone}"
      And Alice confirms the message to "{Alice.phone}"
      When Alice calls add3PID with that validation and authenticates
      Then the response is 200
      When Alice calls getAccount3PIDs
      Then the response is 200
      And the response has:
        | threepids.0.medium  | "msisdn"        |
        | threepids.0.address | "{Alice.phone}" |

  @TPI-09
  Rule: A session that is unknown, or not validated, or has another client_secret, adds nothing

    Scenario: An address that was not validated is not added
      Given Alice has an account
      And Alice asks for a message to add "{Alice.email}"
      When Alice calls add3PID with that validation and authenticates
      Then the response is 4xx
      And Alice has no third-party identifiers

    Scenario Outline: A validated address is not added with <what>
      Given Alice has an account
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID and authenticates, with:
        | sid           | <sid>    |
        | client_secret | <secret> |
      Then the response is 4xx
      And Alice has no third-party identifiers

      Examples:
        | what               | sid        | secret                      |
        | another secret     | {sid}      | {fresh.client_secret.other} |
        | an unknown session | made-up-id | {client_secret}             |

    @needs-sms-sink
    Scenario Outline: A number that was confirmed with <what> is not added
      Given Alice has an account
      And Alice asks for a message to add "{Alice.phone}"
      And the server has given a submit_url
      When Alice confirms the message to "{Alice.phone}" with <what>
      And Alice calls add3PID with that validation and authenticates
      Then the response is 4xx
      And Alice has no third-party identifiers

      Examples:
        | what                  |
        | a wrong token         |
        | a wrong client secret |

  @TPI-10
  Rule: An identifier that another account has should not be added

    Scenario: An address that another account has added meanwhile is not added
      Given Alice has an account
      And Bob is logged in on "DESKTOP"
      And Alice asks for a message to add "{Alice.email}"
      And the response member sid is remembered as "session_of_alice"
      And Alice confirms the message to "{Alice.email}"
      And Bob has the email address "{Alice.email}"
      When Alice calls add3PID and authenticates, with:
        | sid           | {session_of_alice}    |
        | client_secret | {fresh.client_secret} |
      Then the response is 4xx
      And Alice has no third-party identifiers
      And Bob's third-party identifiers are "{Alice.email}"

    Scenario: An address that another account has added in other letters is not added
      Given Alice has an account
      And Bob is logged in on "DESKTOP"
      And Bob asks for a message to add "ALICE-{fresh.username}@Example.org"
      And the response member sid is remembered as "session_of_bob"
      And Bob confirms the message to "ALICE-{fresh.username}@Example.org"
      And Alice has the email address "alice-{fresh.username}@example.org"
      When Bob calls add3PID and authenticates, with:
        | sid           | {session_of_bob}      |
        | client_secret | {fresh.client_secret} |
      Then the response is 4xx
      And Bob has no third-party identifiers

  @TPI-11
  Rule: An identifier that was added should serve to reset the password

    Scenario: An address that was added gets the message to reset the password
      Given Alice has an account
      And Alice has the email address "{Alice.email}"
      When somebody asks for a message to reset the password by "{Alice.email}"
      Then the response is 200
      And 2 messages have been sent to "{Alice.email}"

  @TPI-12
  Rule: Adding an identifier without sid or client_secret is refused

    Scenario Outline: Without <what> nothing can be added
      Given Alice has an account
      When Alice calls add3PID and authenticates, with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And Alice's account is as it was

      Examples:
        | what          | body                                       |
        | sid           | {"client_secret": "{fresh.client_secret}"} |
        | client_secret | {"sid": "made-up-id"}                      |

  @TPI-04
  Rule: The deprecated POST /account/3pid adds an identifier that an identity server has validated

    Scenario: The deprecated operation takes what an identity server has validated
      Given Alice has an account
      And Alice has validated an email address at the identity server
      When Alice calls post3PIDs with that validation
      Then the response is 200

  @TPI-05
  Rule: POST /account/3pid refuses credentials that cannot be verified: 403 M_THREEPID_AUTH_FAILED

    Scenario Outline: The deprecated operation does not take <what>
      Given Alice has an account
      When Alice calls post3PIDs with:
        | three_pid_creds.id_server       | {identity_server}      |
        | three_pid_creds.id_access_token | {Alice.identity_token} |
        | three_pid_creds.sid             | <sid>                  |
        | three_pid_creds.client_secret   | <secret>               |
      Then the response is 403 M_THREEPID_AUTH_FAILED
      And Alice's account is as it was
      And the identity server has bound no email address to Alice

      Examples:
        | what                          | sid                  | secret                  |
        | a session of another client   | {Alice.identity_sid} | {fresh.client_secret}   |
        | a session that does not exist | made-up-id           | {Alice.identity_secret} |

  @TPI-06
  Rule: POST /account/3pid without three_pid_creds is refused

    Scenario: The deprecated operation needs credentials
      Given Alice has an account
      When Alice calls post3PIDs with the malformed body:
        """
        {}
        """
      Then the response is 4xx
      And Alice's account is as it was

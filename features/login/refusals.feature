Feature: Logins that are refused

  @LOG-18
  Rule: A login of an unknown type is refused with 400 and a standard error

    Scenario: A login of a made-up type
      When somebody calls login with type "org.example.none"
      Then the response is 400
      And the response has:
        | errcode | a string |
        | error   | a string |

  @LOG-19
  Rule: A login without a type is refused with 400

    Scenario: A login with an empty object
      When somebody calls login with the malformed body:
        """
        {}
        """
      Then the response is 400

    Scenario: Credentials without a type
      Given Alice has an account
      When login is called without its type
      Then the response is 400

  @LOG-20
  Rule: A type that GET /login does not list is refused with 400

    Scenario Outline: <type> is a stage of another API, not a way to log in
      Given Alice has an account
      When Alice logs in with her password and:
        | type | <type> |
      Then the response is 400
      And Alice's devices are "PHONE"

      Examples:
        | type                       |
        | m.login.dummy              |
        | m.login.terms              |
        | m.login.registration_token |

  @LOG-21
  Rule: A wrong password is refused with 403 M_FORBIDDEN

    Scenario: A password that nobody has
      Given Alice has an account
      When Alice logs in with the password "{fresh.password}"
      Then the response is 403 M_FORBIDDEN
      And Alice's devices are "PHONE"

    Scenario: Another user's password
      Given Alice has an account
      And Bob has an account
      When Alice logs in with the password "{Bob.password}"
      Then the response is 403 M_FORBIDDEN
      And Alice's devices are "PHONE"

    Scenario: A wrong password on a known device ends no session
      Given Alice has an account
      When Alice logs in with her password and:
        | password  | {fresh.password} |
        | device_id | PHONE            |
      Then the response is 403 M_FORBIDDEN
      And no session has begun
      And Alice's session on "PHONE" goes on

  @LOG-22
  Rule: A login of a user that does not exist is refused with 403 M_FORBIDDEN

    Scenario: A user that does not exist
      When somebody calls login with:
        | type            | m.login.password |
        | identifier.type | m.id.user        |
        | identifier.user | {fresh.username} |
        | password        | {fresh.password} |
      Then the response is 403 M_FORBIDDEN
      And the user name "{fresh.username}" is free

  @LOG-23
  Rule: A login to a deactivated account is refused with 403 M_USER_DEACTIVATED or M_FORBIDDEN

    Scenario: Somebody whose account was deactivated
      Given Alice has an account
      And Alice calls deactivateAccount and authenticates
      When Alice logs in with her password
      Then the response is 403 M_USER_DEACTIVATED or 403 M_FORBIDDEN
      And no session has begun

  @LOG-25
  Rule: A login with an unknown third-party identifier is refused with 403

    Scenario Outline: <what> that nobody has
      When somebody calls login with:
        | type       | m.login.password |
        | identifier | <identifier>     |
        | password   | {fresh.password} |
      Then the response is 403

      Examples:
        | what                          | identifier                                                                      |
        | An email address              | {"type": "m.id.thirdparty", "medium": "email", "address": "nobody@example.org"} |
        | A telephone number            | {"type": "m.id.thirdparty", "medium": "msisdn", "address": "442079460999"}      |
        | A telephone number as dialled | {"type": "m.id.phone", "country": "GB", "phone": "020 7946 0999"}               |

    Scenario: An email address that nobody has, in the deprecated members
      When somebody calls login with:
        | type     | m.login.password   |
        | medium   | email              |
        | address  | nobody@example.org |
        | password | {fresh.password}   |
      Then the response is 403

  @LOG-29
  Rule: POST /login must not answer with a challenge of user-interactive authentication

    Scenario Outline: A login with <what>
      Given Alice has an account
      When somebody calls login with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And the response has no flows

      Examples:
        | what           | body                         |
        | nothing        | {}                           |
        | the type alone | {"type": "m.login.password"} |

    Scenario: A login with a wrong password
      Given Alice has an account
      When Alice logs in with the password "{fresh.password}"
      Then the response is 4xx
      And the response has no flows

    Scenario: A login without a password
      Given Alice has an account
      When login is called without its password
      Then the response is 4xx
      And the response has no flows

  @LOG-35
  Rule: A login by password that lacks a member, or has one of no known meaning, is refused with 400, or with 403 as failed

    Scenario Outline: A member is missing: <member>
      Given Alice has an account
      When login is called without its <member>
      Then the response is 400 or 403
      And Alice's devices are "PHONE"

      Examples:
        | member     |
        | password   |
        | identifier |

    Scenario Outline: An identifier of no known meaning: <what>
      Given Alice has an account
      When somebody calls login with:
        | type       | m.login.password |
        | identifier | <identifier>     |
        | password   | {Alice.password} |
      Then the response is 400 or 403
      And Alice's devices are "PHONE"

      Examples:
        | what                     | identifier                                              |
        | no user                  | {"type": "m.id.user"}                                   |
        | no address of the medium | {"type": "m.id.thirdparty", "medium": "email"}          |
        | a made-up type           | {"type": "org.example.none", "user": "{Alice.user_id}"} |

  @API-12
  Rule: A request that lacks a required parameter is refused with M_MISSING_PARAM

    @needs-password-login
    Scenario Outline: A login by password without <what>
      Given Alice has an account
      When somebody calls login with:
        | type       | m.login.password |
        | identifier | <identifier>     |
        | password   | {Alice.password} |
      Then the response is one of:
        | 4xx M_MISSING_PARAM |
        | 4xx M_BAD_JSON      |
        | 4xx M_INVALID_PARAM |
        | 4xx M_UNKNOWN       |
        | 403 M_FORBIDDEN     |

      Examples:
        | what                       | identifier                                     |
        | the user in its identifier | {"type": "m.id.user"}                          |
        | the address of its medium  | {"type": "m.id.thirdparty", "medium": "email"} |

    @needs-password-login
    Scenario Outline: A login by password without its <member>
      Given Alice has an account
      When login is called without its <member>
      Then the response is one of:
        | 4xx M_MISSING_PARAM |
        | 4xx M_BAD_JSON      |
        | 4xx M_INVALID_PARAM |
        | 4xx M_UNKNOWN       |
        | 403 M_FORBIDDEN     |

      Examples:
        | member     |
        | password   |
        | identifier |

  @API-13
  Rule: A parameter whose value is out of its documented range is refused with M_INVALID_PARAM

    @needs-password-login
    Scenario: An identifier of a made-up type
      Given Alice has an account
      When Alice logs in with her password and the identifier:
        | type | org.example.none |
        | user | {Alice.user_id}  |
      Then the response is one of:
        | 4xx M_MISSING_PARAM |
        | 4xx M_BAD_JSON      |
        | 4xx M_INVALID_PARAM |
        | 4xx M_UNKNOWN       |
        | 403 M_FORBIDDEN     |

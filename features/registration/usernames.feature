Feature: The names that a registration takes

  @REG-07
  Rule: The user_id follows the grammar: @localpart:server, of the lower-case set, at most 255 bytes

    Scenario Outline: The user id for a name with <what>
      When Alice registers with:
        | username | <name> |
      Then the response is 200 or 400 or 403
      And the response member user_id is a valid user id, if present

      Examples:
        | what                         | name                     |
        | letters, digits and a hyphen | {fresh.username}         |
        | every sign at its end        | {fresh.username}q3._=-/+ |
        | every sign at its beginning  | q3._=-/+{fresh.username} |
        | a digit at its beginning     | 0{fresh.username}        |

  @REG-08
  Rule: The localpart should be based on the username that was asked for

    Scenario Outline: The user id is based on a name with <what>
      When Alice registers with:
        | username | <name> |
      Then the response is 200
      And the response member user_id is a string like /@.*{fresh.username}.*:.+/

      Examples:
        | what            | name               |
        | nothing added   | {fresh.username}   |
        | letters added   | {fresh.username}qx |
        | a digit added   | {fresh.username}3x |
        | a full stop     | {fresh.username}.x |
        | an underscore   | {fresh.username}_x |
        | an equals sign  | {fresh.username}=x |
        | one more hyphen | {fresh.username}-x |
        | a slash         | {fresh.username}/x |

  @REG-09
  Rule: A username outside the grammar is mapped to a legal id, or refused with 400 M_INVALID_USERNAME

    Scenario Outline: A name with <what> is mapped or refused
      When Alice registers with:
        | username | <name> |
      Then the response is 200 or 400 M_INVALID_USERNAME
      And the response member user_id is a valid user id, if present

      Examples:
        | what                   | name                          |
        | capitals               | X{fresh.username}X            |
        | an exclamation mark    | {fresh.username}!             |
        | a quotation mark       | {fresh.username}"             |
        | a colon                | {fresh.username}:b            |
        | a question mark        | {fresh.username}?             |
        | a backslash            | {fresh.username}\\            |
        | a sigil at its start   | @{fresh.username}             |
        | a sigil at its end     | {fresh.username}@             |
        | a hash                 | {fresh.username}#             |
        | brackets               | {fresh.username}[]            |
        | braces                 | {fresh.username}{}            |
        | a bar                  | {fresh.username}\|            |
        | a pound sign           | {fresh.username}£             |
        | an accent              | {fresh.username}é             |
        | an umlaut at its start | Ü{fresh.username}             |
        | an ideograph           | {fresh.username}名             |
        | a line break           | "{fresh.username}\\nb"        |
        | a space                | {fresh.username} b            |
        | a tab                  | "{fresh.username}\\tb"        |
        | a null character       | "{fresh.username}\\u0000b"    |
        | a server in it         | @{fresh.username}:example.org |
        | no character in it     | ""                            |

  @REG-10
  Rule: A username that would make the user id longer than 255 bytes is shortened or refused

    Scenario: A name of 300 characters
      When Alice registers with:
        | username | {fresh.long_username} |
      Then the response is 200 or 400
      And the response member user_id is a string like /.{4,255}/, if present

  @REG-11
  Rule: Usernames that differ only in case do not give two accounts

    # A server that maps names may give the second one an account of another name.
    Scenario: The second name is the first in capitals
      Given Alice registers with:
        | username  | x{fresh.username} |
        | device_id | PHONE             |
      When Bob registers with:
        | username | X{fresh.username} |
      Then the response is 200 or 400 M_INVALID_USERNAME or 400 M_USER_IN_USE
      And the response member user_id is a string other than "{Alice.user_id}", if present
      And the response member user_id is a string like /@[^A-Z]+:.+/, if present
      And Alice's session on "PHONE" goes on

    Scenario: The second name is the first in small letters
      When Alice registers with:
        | username | Y{fresh.username} |
      Then the response is 200 or 400 M_INVALID_USERNAME
      Given the server has allowed it
      When Bob registers with:
        | username | y{fresh.username} |
      Then the response is 200 or 400 M_USER_IN_USE
      And the response member user_id is a string other than "{Alice.user_id}", if present

  @REG-18
  Rule: A username that is taken is refused with 400 M_USER_IN_USE

    Scenario: A taken name is refused
      Given Alice has an account
      When Bob registers with:
        | username | {Alice.localpart} |
      Then the response is 400 M_USER_IN_USE
      And Alice's session on "PHONE" goes on

    @needs-password-login
    Scenario: An attempt on a taken name leaves the password as it was
      Given Alice has an account
      When Bob registers with:
        | username | {Alice.localpart} |
      Then the response is 400 M_USER_IN_USE
      And Alice's session on "PHONE" goes on
      And Alice can log in

  @REG-20
  Rule: Taken, illegal and reserved usernames are refused before authentication starts

    Scenario: A taken name is refused before authentication
      Given Alice has an account
      When somebody calls register with:
        | username | {Alice.localpart} |
        | password | {fresh.password}  |
      Then the response is 400

    Scenario Outline: A name that is refused for <what> is refused before authentication
      When Alice registers with:
        | username | <name> |
      Then the response is 400 or 200
      And a refusal came before authentication

      Examples:
        | what       | name                  |
        | a space    | {fresh.username} b    |
        | a colon    | {fresh.username}:b    |
        | an umlaut  | Ü{fresh.username}     |
        | its length | {fresh.long_username} |

    @needs-appservice
    Scenario: A name in an exclusive namespace is refused before authentication
      When somebody calls register with:
        | username | {service.prefix}{fresh.username} |
        | password | {fresh.password}                 |
      Then the response is 400

  @REG-19
  Rule: A username in the exclusive namespace of a service is refused with 400 M_EXCLUSIVE

    Scenario: A name in the exclusive namespace of a service is refused
      Given Bob is a user of the application service
      When Alice registers with:
        | username | {service.prefix}{fresh.username} |
      Then the response is 400 M_EXCLUSIVE
      And the application service has no user "{service.prefix}{fresh.username}"

    Scenario: A user of a service is not registered by others
      Given Alice is a user of the application service
      When Bob registers with:
        | username | {Alice.localpart} |
      Then the response is 400 M_EXCLUSIVE or 400 M_USER_IN_USE
      And no session has begun

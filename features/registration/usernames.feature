Feature: The names that a registration takes

  @REG-07
  Scenario Outline: The user id follows the grammar, whatever legal name is asked for: <name>
    When an anonymous client calls: register with username "<name>" and password "{fresh.password}" and authenticates
    Then the response is 200 or 400 M_INVALID_USERNAME
    And the response member user_id is a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/, if present

    Examples:
      | name                       |
      | {fresh.username}           |
      | {fresh.username}q3._=-/+   |
      | q3._=-/+{fresh.username}   |
      | 0{fresh.username}          |

  @REG-08
  Scenario Outline: The user id is based on the name: <name>
    When an anonymous client calls: register with username "<name>" and password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member user_id is a string like /@.*{fresh.username}.*:.+/

    Examples:
      | name               |
      | {fresh.username}   |
      | {fresh.username}qx |
      | {fresh.username}3x |
      | {fresh.username}.x |
      | {fresh.username}_x |
      | {fresh.username}=x |
      | {fresh.username}-x |
      | {fresh.username}/x |

  # A name outside the grammar may be mapped to a legal one, or refused.
  @REG-09
  Scenario Outline: A name with <what> is mapped or refused
    When an anonymous client calls: register with username "<name>" and password "{fresh.password}" and authenticates
    Then the response is 200 or 400 M_INVALID_USERNAME
    And the response member user_id is a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/, if present

    Examples:
      | what                   | name                                     |
      | capitals               | X{fresh.username}X                       |
      | an exclamation mark    | {fresh.username}!                        |
      | a quotation mark       | {fresh.username}\\"                      |
      | a colon                | {fresh.username}:b                       |
      | a question mark        | {fresh.username}?                        |
      | a backslash            | {fresh.username}\\\\                     |
      | a sigil at its start   | @{fresh.username}                        |
      | a sigil at its end     | {fresh.username}@                        |
      | a hash                 | {fresh.username}#                        |
      | brackets               | {fresh.username}[]                       |
      | braces                 | {fresh.username}{}                       |
      | a bar                  | {fresh.username}\|                       |
      | a pound sign           | {fresh.username}£                        |
      | an accent              | {fresh.username}é                        |
      | an umlaut at its start | Ü{fresh.username}                        |
      | an ideograph           | {fresh.username}名                       |
      | a line break           | {fresh.username}\\nb                     |
      | a space                | {fresh.username} b                       |
      | a tab                  | {fresh.username}\\tb                     |
      | a null character       | {fresh.username}\\u0000b                 |
      | a server in it         | @{fresh.username}:somewhere.example.org  |

  @REG-09
  Scenario: An empty name is mapped or refused
    When an anonymous client calls: register with username "" and password "{fresh.password}" and authenticates
    Then the response is 200 or 400 M_INVALID_USERNAME
    And the response member user_id is a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/, if present

  @REG-10
  Scenario: A name that is too long for a user id is shortened or refused
    When an anonymous client calls: register with username "{fresh.long_username}" and password "{fresh.password}" and authenticates
    Then the response is 200 or 400 M_INVALID_USERNAME
    And the response member user_id is a string like /.{4,255}/, if present

  @REG-11
  Scenario: Names that differ in case only do not give two accounts
    Given an anonymous client calls: register with username "x{fresh.username}" and password "{fresh.password}" and authenticates
    And the response member user_id is remembered as "first"
    When an anonymous client calls: register with username "X{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_USER_IN_USE or 400 M_INVALID_USERNAME or 200
    And the response member user_id is a string other than "{first}", if present
    And the response member user_id is a string like /@[^A-Z]+:.+/, if present

  @REG-18
  Scenario: A taken name is refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: register with username "{Alice.localpart}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_USER_IN_USE

  @REG-18 @needs-password-login
  Scenario: An attempt on a taken name leaves the password as it was
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: register with username "{Alice.localpart}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_USER_IN_USE
    And Alice can log in

  @REG-20
  Scenario: A taken name is refused before authentication
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: register with username "{Alice.localpart}" and password "{fresh.password}"
    Then the response is 400 M_USER_IN_USE

  @REG-20
  Scenario Outline: A name that is refused for <what> is so before authentication
    When an anonymous client calls: register with username "<name>" and password "{fresh.password}" and authenticates
    Then the response is 400 M_INVALID_USERNAME before authentication or 200

    Examples:
      | what           | name                  |
      | a space        | {fresh.username} b    |
      | a colon        | {fresh.username}:b    |
      | an umlaut      | Ü{fresh.username}     |
      | its length     | {fresh.long_username} |

  @REG-19
  Scenario: A name in the exclusive namespace of an application service is refused
    When an anonymous client calls: register with username "{service.prefix}{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_EXCLUSIVE

  @REG-20 @needs-appservice
  Scenario: A name in an exclusive namespace is refused before authentication
    When an anonymous client calls: register with username "{service.prefix}{fresh.username}" and password "{fresh.password}"
    Then the response is 400 M_EXCLUSIVE

  @REG-19
  Scenario: A user of an application service is not registered by others
    Given Alice is a user of the application service
    When an anonymous client calls: register with username "{Alice.localpart}" and password "{fresh.password}" and authenticates
    Then the response is 400 M_EXCLUSIVE or 400 M_USER_IN_USE

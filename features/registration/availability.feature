Feature: Asking whether a name is available

  @REG-29
  Scenario: A free name is available
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200
    And the response member available is true

  @REG-30
  Scenario: A taken name is not available
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: checkUsernameAvailability with username "{Alice.localpart}"
    Then the response is 400 M_USER_IN_USE

  # A server that maps names may have an account for one that is outside the grammar.
  @REG-31
  Scenario Outline: A name with <what> is invalid, or the server can map it
    When an anonymous client calls: checkUsernameAvailability with username "<name>"
    Then the response is 400 M_INVALID_USERNAME or 200

    Examples:
      | what                 | name                  |
      | an umlaut            | Ü{fresh.username}     |
      | a space              | {fresh.username} x    |
      | a colon              | {fresh.username}:x    |
      | a sigil              | @{fresh.username}     |
      | too many characters  | {fresh.long_username} |

  @REG-31
  Scenario: A whole user id is no valid name
    When an anonymous client calls: checkUsernameAvailability with username "@{fresh.username}:somewhere.example.org"
    Then the response is 400 M_INVALID_USERNAME

  @REG-32
  Scenario: A name in the exclusive namespace of an application service is not available
    When an anonymous client calls: checkUsernameAvailability with username "{service.prefix}{fresh.username}"
    Then the response is 400 M_EXCLUSIVE

  @REG-33
  Scenario: A name that is available can be registered
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 200

  @REG-33
  Scenario: A name that has just been registered is not available
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and authenticates
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 400

  @REG-33
  Scenario: Asking does not reserve the name
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200
    When an anonymous client calls: checkUsernameAvailability with username "{fresh.username}"
    Then the response is 200

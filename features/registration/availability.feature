Feature: Asking whether a name is available

  @REG-29
  Rule: The availability check of a free name should give 200 with available true, never false

    Scenario: A free name is available
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 200
      And the response member available is true

  @REG-30
  Rule: The availability check of a taken name should give 400 M_USER_IN_USE

    Scenario: A taken name is not available
      Given Alice has an account
      When somebody calls checkUsernameAvailability with username "{Alice.localpart}"
      Then the response is 400 M_USER_IN_USE

  @REG-31
  Rule: The availability check of an illegal name should give 400 M_INVALID_USERNAME

    # A server that maps names may have an account for one that is outside the grammar.
    Scenario Outline: A name with <what> is invalid, or the server can map it
      When somebody calls checkUsernameAvailability with username "<name>"
      Then the response is 400 M_INVALID_USERNAME or 200

      Examples:
        | what                | name                  |
        | an umlaut           | Ü{fresh.username}     |
        | a space             | {fresh.username} x    |
        | a colon             | {fresh.username}:x    |
        | a sigil             | @{fresh.username}     |
        | too many characters | {fresh.long_username} |

    Scenario: A whole user id is not a valid name
      When somebody calls checkUsernameAvailability with username "@{fresh.username}:example.org"
      Then the response is 400 M_INVALID_USERNAME

  @REG-32
  Rule: The availability check of a name in an exclusive namespace should give 400 M_EXCLUSIVE

    Scenario: A name in the exclusive namespace of a service is not available
      When somebody calls checkUsernameAvailability with:
        | username | {service.prefix}{fresh.username} |
      Then the response is 400 M_EXCLUSIVE

  @API-12
  Rule: A request that lacks a required parameter is refused with M_MISSING_PARAM

    Scenario: No name at all
      When checkUsernameAvailability is called without its username
      Then the response is one of:
        | 400 M_MISSING_PARAM    |
        | 400 M_INVALID_PARAM    |
        | 400 M_INVALID_USERNAME |
        | 400 M_UNKNOWN          |

  @REG-33
  Rule: The availability check should agree with a registration at that moment, and need no access token

    Scenario: A name that is available can be registered
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 200
      When Alice registers with:
        | username | {fresh.username} |
      Then the response is 200

    Scenario: A name that has just been registered is not available
      Given Alice registers with:
        | username | {fresh.username} |
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 400

    Scenario: A name that is not available cannot be registered
      Given Alice registers with:
        | username | {fresh.username} |
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 400
      When Bob registers with:
        | username | {fresh.username} |
      Then the response is 4xx
      And no session has begun

    Scenario: Asking does not reserve the name
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 200
      When somebody calls checkUsernameAvailability with username "{fresh.username}"
      Then the response is 200

Feature: Asking whether a registration token is valid

  @REG-34
  Scenario Outline: The answer about <what> says whether it is valid
    When an anonymous client calls: registrationTokenValidity with token "<token>"
    Then the response is 200
    And the response member valid is a boolean

    Examples:
      | what             | token                |
      | a good token     | {registration_token} |
      | an unknown token | {fresh.device}       |

  @REG-35
  Scenario: A token that can be used is valid
    When an anonymous client calls: registrationTokenValidity with token "{registration_token}"
    Then the response is 200
    And the response member valid is true

  @REG-35
  Scenario Outline: <what> is not valid
    When an anonymous client calls: registrationTokenValidity with token "<token>"
    Then the response is 200
    And the response member valid is false

    Examples:
      | what                                 | token                 |
      | An unknown token                     | {fresh.device}        |
      | A token with something after it      | {registration_token}0 |

  @REG-35
  Scenario: Asking does not use a token up
    When an anonymous client calls: registrationTokenValidity with token "{registration_token}"
    Then the response is 200
    When an anonymous client calls: registrationTokenValidity with token "{registration_token}"
    Then the response is 200
    And the response member valid is true

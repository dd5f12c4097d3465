# {registration_token} is the token that the suite was given for the server.
Feature: Asking whether a registration token is valid

  @REG-34
  Rule: The check of a registration token gives valid, a boolean

    Scenario Outline: The answer about <what> says whether it is valid
      When somebody calls registrationTokenValidity with token "<token>"
      Then the response is 200
      And the response member valid is a boolean

      Examples:
        | what             | token          |
        | an unknown token | {fresh.device} |

      @needs-registration-token
      Examples:
        | what         | token                |
        | a good token | {registration_token} |

  @REG-35
  Rule: A registration token is valid while it can be used, and not if unknown, expired or used up

    @needs-registration-token
    Scenario: A token that can be used is valid
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      And the response member valid is true

    Scenario Outline: <what> is not valid
      When somebody calls registrationTokenValidity with token "<token>"
      Then the response is 200
      And the response member valid is false

      Examples:
        | what             | token          |
        | An unknown token | {fresh.device} |

      @needs-registration-token
      Examples:
        | what                            | token                 |
        | A token with something after it | {registration_token}0 |

    @needs-registration-token
    Scenario: Asking does not use a token up
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      And the response member valid is true

# {registration_token} is the token that the suite was given for the server.
Feature: Asking whether a registration token is valid

  @REG-34
  Rule: The check of a registration token gives valid, a boolean

    # Where registration is closed, 403 is right (REG-36).
    Scenario: The answer about an unknown token says whether it is valid
      When somebody calls registrationTokenValidity with token "{fresh.device}"
      Then the response is 200 or 403 M_FORBIDDEN
      Given the server has allowed it
      Then the response member valid is a boolean

    @needs-registration-token
    Scenario: The answer about a good token says whether it is valid
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      And the response member valid is a boolean

  @REG-35
  Rule: A registration token is valid while it can be used, and not if unknown, expired or used up

    @needs-registration-token
    Scenario: A token that can be used is valid
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      And the response member valid is true

    Scenario: An unknown token is not valid
      When somebody calls registrationTokenValidity with token "{fresh.device}"
      Then the response is 200 or 403 M_FORBIDDEN
      Given the server has allowed it
      Then the response member valid is false

    @needs-registration-token
    Scenario: A token with something after it is not valid
      When somebody calls registrationTokenValidity with token "{registration_token}0"
      Then the response is 200
      And the response member valid is false

    @needs-registration-token
    Scenario: Asking does not use a token up
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      When somebody calls registrationTokenValidity with token "{registration_token}"
      Then the response is 200
      And the response member valid is true

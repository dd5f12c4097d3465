Feature: Closed registration

  @REG-22
  Rule: A server with registration closed refuses a registration with 403 M_FORBIDDEN

    Scenario: An empty request is refused
      When somebody calls register
      Then the response is 403 M_FORBIDDEN

    Scenario: A request with name and password is refused
      When somebody begins a registration
      Then the response is 403 M_FORBIDDEN

    Scenario: A request of the kind "user" is refused
      When somebody calls register with kind "user"
      Then the response is 403 M_FORBIDDEN

  @REG-36
  Rule: With registration closed, the check of a registration token gives 403 M_FORBIDDEN

    Scenario: No registration token is looked at
      When somebody calls registrationTokenValidity with token "made-up"
      Then the response is 403 M_FORBIDDEN

Feature: Closed registration

  @REG-22
  Scenario Outline: With registration closed <what> is refused
    When an anonymous client calls: <call>
    Then the response is 403 M_FORBIDDEN

    Examples:
      | what                              | call                                                                      |
      | an empty request                  | register                                                                  |
      | a request with name and password  | register with username "{fresh.username}" and password "{fresh.password}" |
      | a request of the kind "user"      | register with kind "user"                                                 |

  @REG-36
  Scenario: With registration closed no registration token is looked at
    When an anonymous client calls: registrationTokenValidity with token "made-up"
    Then the response is 403 M_FORBIDDEN

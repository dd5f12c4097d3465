Feature: Flows of more than one stage

  @UIA-06
  Scenario: After the first of several stages the challenge comes again, with that stage completed
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the first stage of a longer flow
    Then the response is the same UIA challenge
    And just that stage is completed

  @UIA-06
  Scenario: The stages of a longer flow lead to the result
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the first stage of a longer flow
    And an anonymous client completes a flow
    Then the response is 200

  @UIA-08
  Scenario: Each flow offered leads to the result
    When an anonymous client completes each flow of register in a session of its own
    Then each of the responses is 200

  @UIA-09
  Scenario: A stage out of order is challenged
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers a stage out of order
    Then the response is a UIA challenge

  @UIA-09
  Scenario: A stage out of order does not count towards its flow
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers a stage out of order
    And an anonymous client answers the first stage of a longer flow
    Then the response is a UIA challenge

  @UIA-14
  Scenario: A completed stage that is answered again stays completed
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client answers the first stage of a longer flow
    Then the response is a UIA challenge
    When an anonymous client answers that stage again
    Then the response is a UIA challenge
    And just that stage is completed
    And the response member errcode is absent

  @UIA-15
  Scenario: The session alone asks how far it is
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client polls the session
    Then the response is the same UIA challenge
    And no stage is completed

  @UIA-15
  Scenario: A stage done outside the client counts
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "{first}" on its fallback page
    And an anonymous client polls the session
    Then the response is the same UIA challenge
    And just that stage is completed
    When an anonymous client completes a flow
    Then the response is 200

  @UIT-22
  Scenario: A stage has a fallback page that can perform it
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    When an anonymous client completes the stage "{first}" on its fallback page
    Then the fallback page says that the stage is done

Feature: Whom an application service acts as

  @APS-01
  Scenario: Without a user it acts as its own
    When the application service calls: getTokenOwner
    Then the response is 200
    And the response member user_id is a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/

  @APS-01
  Scenario: It acts as the user that it names
    Given Alice is a user of the application service
    When the application service as Alice calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @APS-01
  Scenario: Its own user is another than the one it names
    Given Alice is a user of the application service
    When the application service calls: getTokenOwner
    Then the response is 200
    And the response member user_id is a string other than "{Alice.user_id}"

  @APS-02
  Scenario: It acts as the device that it names
    Given Alice is a user of the application service
    And the application service as Alice calls: updateDevice with deviceId "{fresh.device}"
    When the application service as Alice on "{fresh.device}" calls: getTokenOwner
    Then the response is 200
    And the response has:
      | member    | value             |
      | user_id   | "{Alice.user_id}" |
      | device_id | "{fresh.device}"  |

  @APS-03
  Scenario: A device that the user does not have is unknown
    Given Alice is a user of the application service
    When the application service as Alice on "{fresh.device}" calls: getTokenOwner
    Then the response is 400 M_UNKNOWN_DEVICE

  @APS-03
  Scenario: A device of another user is unknown
    Given Alice is a user of the application service
    And Bob is a user of the application service
    And the application service as Bob calls: updateDevice with deviceId "{fresh.device}"
    When the application service as Alice on "{fresh.device}" calls: getTokenOwner
    Then the response is 400 M_UNKNOWN_DEVICE

  @APS-04
  Scenario: Without a user the device has to be its own
    Given Alice is a user of the application service
    And the application service as Alice calls: updateDevice with deviceId "{fresh.device}"
    When the application service on "{fresh.device}" calls: getTokenOwner
    Then the response is 400 M_UNKNOWN_DEVICE

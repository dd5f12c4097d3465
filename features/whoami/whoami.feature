Feature: Whose access token it is

  @WHO-01
  Scenario: The user is named
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @WHO-02
  Scenario Outline: The device is named: <device>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "<device>" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "<device>"

    Examples:
      | device |
      | PHONE  |
      | LAPTOP |

  @WHO-03
  Scenario: A user is no guest
    Given Alice is logged in on "PHONE"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member is_guest is false, if present

  @WHO-03 @needs-guest
  Scenario: A guest is one
    When an anonymous client calls: register with kind "guest"
    Then the response is 200
    And the response member access_token is remembered as "guest"
    When Gwen with the access token "{guest}" calls: getTokenOwner
    Then the response is 200
    And the response member is_guest is true

  @WHO-04
  Scenario: An unknown token is refused
    When a client with an unknown token calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN

  @WHO-05
  Scenario: An application service is the user of its own that it says to be
    Given Bob is a user of the application service
    When the application service as Bob calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Bob.user_id}"

  @WHO-05
  Scenario: An application service cannot be a user outside its namespace
    Given Alice is logged in on "PHONE"
    When the application service as Alice calls: getTokenOwner
    Then the response is 403 M_FORBIDDEN

  @WHO-05
  Scenario: An application service cannot be a user that it has not registered
    Given Alice is logged in on "PHONE"
    When the application service as "@{service.prefix}{fresh.username}:{Alice.server_name}" calls: getTokenOwner
    Then the response is 403 M_FORBIDDEN

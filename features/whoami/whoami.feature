Feature: Whose access token it is

  @WHO-01
  Rule: Whoami gives the user_id of the access token's owner, a string

    Scenario: The user is named
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "PHONE"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @WHO-02
  Rule: Whoami gives the device_id wherever the access token belongs to a device

    Scenario Outline: The session on <device> is told its own device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "<device>" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "<device>"

      Examples:
        | device |
        | PHONE  |
        | LAPTOP |

  @WHO-03
  Rule: is_guest is true for a guest, and absent or false for everybody else

    Scenario: A user is not a guest
      Given Alice is logged in on "PHONE"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member is_guest is false, if present

    @needs-guest
    Scenario: A guest is reported as a guest
      When Gwen registers as a guest
      Then the response is 200
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member is_guest is true

  @WHO-04
  Rule: An unknown access token is refused with 401 M_UNKNOWN_TOKEN

    Scenario: A token that never existed
      When a client with an unknown token calls getTokenOwner
      Then the response is 401 M_UNKNOWN_TOKEN

  @WHO-05
  Rule: A service that asserts a user outside its namespace, or not registered, gets 403 M_FORBIDDEN

    Scenario: A service can be a user of its namespace
      Given Bob is a user of the application service
      When the application service as Bob calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Bob.user_id}"

    Scenario: A service cannot be a user outside its namespace
      Given Alice is logged in on "PHONE"
      When the application service as Alice calls getTokenOwner
      Then the response is 403 M_FORBIDDEN

    Scenario: A service cannot be a user that it has not registered
      Given Alice is logged in on "PHONE"
      When the application service calls getTokenOwner as a user that it has not registered
      Then the response is 403 M_FORBIDDEN

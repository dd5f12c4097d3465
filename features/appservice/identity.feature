Feature: Whom an application service acts as

  @APS-01
  Rule: A service acts as its own user, or as the registered user that user_id in the query names

    Scenario: A service that names no user acts as its own
      Given the application service's own user is registered
      When the application service calls getTokenOwner
      Then the response is 200
      And the response member user_id is a string like /@{service.user}:.+/

    Scenario: A service acts as the user that it names
      Given Alice is a user of the application service
      When the application service as Alice calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

    # Where nobody has registered the service's own user, 403 is documented.
    Scenario: A service that names no user does not act as another of its users
      Given Alice is a user of the application service
      When the application service calls getTokenOwner
      Then the response is 200 or 403 M_FORBIDDEN
      And the response member user_id is a string other than "{Alice.user_id}", if present

  @APS-02
  Rule: A service acts as the device that device_id in the query names

    Scenario: A service acts as the device that it names
      Given Alice is a user of the application service
      And the application service as Alice calls updateDevice for "{fresh.device}"
      When the application service as Alice on "{fresh.device}" calls getTokenOwner
      Then the response is 200
      And the response has:
        | user_id   | "{Alice.user_id}" |
        | device_id | "{fresh.device}"  |

  @APS-03
  Rule: A device_id that the user does not have is refused with 400 M_UNKNOWN_DEVICE

    Scenario: A service names a device that the user does not have
      Given Alice is a user of the application service
      When the application service as Alice on "{fresh.device}" calls getTokenOwner
      Then the response is 400 M_UNKNOWN_DEVICE

    Scenario: A service names a device of another user
      Given Alice is a user of the application service
      And Bob is a user of the application service
      And the application service as Bob calls updateDevice for "{fresh.device}"
      When the application service as Alice on "{fresh.device}" calls getTokenOwner
      Then the response is 400 M_UNKNOWN_DEVICE

  @APS-04
  Rule: Without user_id, the device_id has to be one of the service's own user

    Scenario: A service names no user, and a device that is not its own
      Given Alice is a user of the application service
      And the application service as Alice calls updateDevice for "{fresh.device}"
      When the application service on "{fresh.device}" calls getTokenOwner
      Then the response is 400 M_UNKNOWN_DEVICE

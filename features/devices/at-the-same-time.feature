# A device that makes a call while it is deleted. Whichever request comes first, it is gone when both
# are answered.
Feature: Devices that are deleted and used at the same time

  @DEV-14
  Rule: Deleting a device ends the validity of its access tokens

    Scenario: The access token of a device that is being used ends with the device
      Given Alice is logged in on "PHONE"
      When a device of Alice is deleted and calls getTokenOwner at the same time, ten times
      Then the deleted device's access token is refused each time

  @DEV-15
  Rule: Deleting a device removes its refresh token and its device keys

    @needs-refresh-tokens
    Scenario: A refresh at the same time does not save the session
      Given Alice is logged in on "PHONE"
      When a device of Alice is deleted and calls refresh at the same time, ten times
      Then the deleted device cannot be refreshed each time

    @needs-e2ee-keys
    Scenario: Keys that are uploaded at the same time do not stay
      Given Alice is logged in on "PHONE"
      When a device of Alice is deleted and calls uploadKeys at the same time, ten times
      Then Alice finds no keys of the deleted device each time

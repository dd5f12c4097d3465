Feature: Paths that are not UTF-8

  Background:
    Given Alice is logged in on "PHONE" and "LAPTOP"

  @API-22
  Rule: A path that is not UTF-8 is refused with 4xx

    # A challenge (401) may come before the server looks for the device.
    Scenario Outline: <operation> refuses a path that is not UTF-8
      When <operation> is called with a path that is not UTF-8
      Then each response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"

      Examples:
        | operation    |
        | getDevice    |
        | updateDevice |
        | deleteDevice |

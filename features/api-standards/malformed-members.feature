# The specification does not say which code a member of a wrong type gets, and a challenge may come
# before the server looks at the body: what is challenged is authenticated, and refused in the end.
# 401 is documented for a refresh, 403 for logins and for requests for a message.
Feature: Members that are missing or of a wrong type

  Background:
    Given Alice is logged in on "PHONE" and "LAPTOP"

  @API-11
  Rule: A body that is JSON of a wrong shape is refused with M_BAD_JSON

    Scenario Outline: <operation> refuses a required member of a wrong type
      When <operation> is called with each required member of a wrong type
      Then each response is 400 or 401 or 403
      And Alice's account is as it was

      Examples: every operation without user-interactive authentication that requires a member

    Scenario Outline: <operation> refuses a required member of a wrong type in the end
      When <operation> is called and authenticated with each required member of a wrong type
      Then each response is 4xx
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication that requires a member

    Scenario Outline: <operation> refuses or ignores an optional member of a wrong type
      When <operation> is called with each optional member of a wrong type
      Then each response is 2xx or 400 or 401 or 403

      Examples: every operation with an optional member

    Scenario Outline: <operation> refuses an answer to a challenge that is not an object
      When <operation> is called with an auth that is not an object
      Then each response is 400 or a UIA challenge
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication

    Scenario Outline: <operation> refuses or challenges a request without a body
      When <operation> is called without a body
      Then the response is 400 or a UIA challenge
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication that requires no member

  @API-12
  Rule: A request that lacks a required parameter is refused with M_MISSING_PARAM

    Scenario Outline: <operation> refuses a request without a required member
      When <operation> is called without each required member
      Then each response is 400 or 401 or 403
      And Alice's account is as it was

      Examples: every operation without user-interactive authentication that requires a member

    Scenario Outline: <operation> refuses a request without a required member in the end
      When <operation> is called and authenticated without each required member
      Then each response is 4xx
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication that requires a member

    Scenario Outline: <operation> refuses a request without the body that it requires
      When <operation> is called without a body
      Then the response is 400 or 401 or 403
      And Alice's account is as it was

      Examples: every operation without user-interactive authentication that requires a member

    Scenario Outline: <operation> refuses or challenges a request without the body that it requires
      When <operation> is called without a body
      Then the response is 400 or a UIA challenge
      And Alice's account is as it was

      Examples: every operation with user-interactive authentication that requires a member

# The specification does not say which code a body of a wrong shape gets: the descriptions of
# M_BAD_JSON, M_MISSING_PARAM, M_INVALID_PARAM and M_UNKNOWN all fit. Where an operation uses
# user-interactive authentication, a body that cannot be read has no auth either, and the
# specification does not say that the server looks at the body before the challenge (401).
Feature: Malformed bodies

  Background:
    Given Alice is logged in on "PHONE" and "LAPTOP"

  @API-10
  Rule: A body that is not JSON is refused with M_NOT_JSON

    Scenario Outline: <operation> refuses a body that is not JSON
      When <operation> is called with a body that is not JSON
      Then each response is 400 M_NOT_JSON
      And Alice's account is as it was

      Examples: every operation with a JSON body and no user-interactive authentication

    Scenario Outline: <operation> refuses or challenges a body that is not JSON
      When <operation> is called with a body that is not JSON
      Then each response is 400 M_NOT_JSON or a UIA challenge
      And Alice's account is as it was

      Examples: every operation with a JSON body and user-interactive authentication

    # A server need not read the body of a DELETE: it may treat one that it cannot read as no body
    # at all.
    Scenario Outline: A deletion with a body that is not <what> deletes nothing
      When deleteDevice is called with a body that is not <what>
      Then each response is 400 or a UIA challenge
      And Alice's account is as it was

      Examples:
        | what      |
        | JSON      |
        | UTF-8     |
        | an object |

  @API-05
  Rule: A body that is not valid UTF-8 is refused as not being JSON

    Scenario Outline: <operation> refuses a body that is not UTF-8
      When <operation> is called with a body that is not UTF-8
      Then each response is 400 M_NOT_JSON or 400 M_BAD_JSON
      And Alice's account is as it was

      Examples: every operation with a JSON body and no user-interactive authentication

    Scenario Outline: <operation> refuses or challenges a body that is not UTF-8
      When <operation> is called with a body that is not UTF-8
      Then each response is 400 M_NOT_JSON or 400 M_BAD_JSON or a UIA challenge
      And Alice's account is as it was

      Examples: every operation with a JSON body and user-interactive authentication

  @API-11
  Rule: A body that is JSON of a wrong shape is refused with M_BAD_JSON

    Scenario Outline: <operation> refuses a body that is not an object
      When <operation> is called with a body that is not an object
      Then each response is one of:
        | 400 M_BAD_JSON      |
        | 400 M_NOT_JSON      |
        | 400 M_MISSING_PARAM |
        | 400 M_INVALID_PARAM |
        | 400 M_UNKNOWN       |
      And Alice's account is as it was

      Examples: every operation with a JSON body and no user-interactive authentication

    Scenario Outline: <operation> refuses or challenges a body that is not an object
      When <operation> is called with a body that is not an object
      Then each response is one of:
        | 400 M_BAD_JSON      |
        | 400 M_NOT_JSON      |
        | 400 M_MISSING_PARAM |
        | 400 M_INVALID_PARAM |
        | 400 M_UNKNOWN       |
        | a UIA challenge     |
      And Alice's account is as it was

      Examples: every operation with a JSON body and user-interactive authentication

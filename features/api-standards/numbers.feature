# Canonical JSON knows no fractions and no integers beyond 2^53; it is the form of events and of what
# is signed. A request body is JSON. Where a server has another reason to refuse, it says so by
# another code.
Feature: Numbers that canonical JSON does not have

  Background:
    Given Alice is logged in on "PHONE" and "LAPTOP"

  @API-21
  Rule: A number that canonical JSON does not have does not make a body M_NOT_JSON

    Scenario Outline: <operation> takes a body with such a number for JSON
      When <operation> is called with numbers that canonical JSON does not have
      Then no response has the error code M_NOT_JSON

      Examples: every operation with a JSON body that reaches nobody else

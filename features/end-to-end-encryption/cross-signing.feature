# A first upload needs no authentication; where the server asks for it, it is given. What was there
# before a refused upload stays.
Feature: Cross-signing keys that are refused

  @KEY-03
  Rule: A self-signing or user-signing key that the master key has not signed is refused, and not stored

    Scenario Outline: A <key> that another key has signed is refused
      Given Alice is logged in on "PHONE"
      When Alice uploads cross-signing keys with a <key> that another key has signed
      Then the response is 400 M_INVALID_SIGNATURE
      And Alice's cross-signing keys are as before

      Examples:
        | key              |
        | self_signing_key |
        | user_signing_key |

    # Which code an absent signature gets, the text does not say.
    Scenario Outline: A <key> that nobody has signed is refused
      Given Alice is logged in on "PHONE"
      When Alice uploads cross-signing keys with a <key> that nobody has signed
      Then the response is 4xx
      And Alice's cross-signing keys are as before

      Examples:
        | key              |
        | self_signing_key |
        | user_signing_key |

    Scenario: A refused upload leaves the earlier keys
      Given Alice is logged in on "PHONE"
      And Alice has cross-signing keys
      When Alice uploads cross-signing keys with a self_signing_key that another key has signed
      Then the response is 4xx
      And Alice's cross-signing keys are as before

  @KEY-04
  Rule: Cross-signing keys that are said to be another user's are refused, and change nobody's keys

    Scenario: Nobody uploads keys for another user
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "PHONE"
      And Bob has cross-signing keys
      When Alice uploads cross-signing keys of Bob
      Then the response is 4xx
      And Alice's cross-signing keys are as before
      And Bob's cross-signing keys are as before

  @KEY-05
  Rule: A self-signing or user-signing key is refused with 400 where there is no master key

    Scenario: A self-signing key comes without a master key
      Given Alice is logged in on "PHONE"
      When Alice uploads a self-signing key without a master key
      Then the response is 400
      And Alice's cross-signing keys are as before

  # The other order, a device that wants the id of a key, is LOG-24.
  @KEY-06
  Rule: A cross-signing key that is equal to the id of a device of the user is refused with 403

    Scenario Outline: A <key> that is the id of a device is refused
      Given Alice is logged in on "{fresh.key}"
      When Alice uploads cross-signing keys whose <key> is "{fresh.key}"
      Then the response is 403
      And Alice's cross-signing keys are as before

      Examples:
        | key              |
        | master_key       |
        | self_signing_key |

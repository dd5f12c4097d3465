Feature: Cross-signing keys of an application service's users

  @APS-17
  Rule: An application service uploads and replaces cross-signing keys without user-interactive authentication

    Scenario: A service uploads its user's first cross-signing key
      Given Alice is a user of the application service
      When the application service as Alice uploads a new cross-signing key
      Then the response is 200
      When the application service as Alice calls queryKeys with:
        | device_keys | {"{Alice.user_id}": []} |
      Then the response is 200
      And the response member /master_keys/{Alice.user_id}/keys/* is "{master_key}"

    Scenario: A service replaces its user's cross-signing key
      Given Alice is a user of the application service
      And the application service as Alice uploads a new cross-signing key
      When the application service as Alice uploads a new cross-signing key
      Then the response is 200
      When the application service as Alice calls queryKeys with:
        | device_keys | {"{Alice.user_id}": []} |
      Then the response is 200
      And the response member /master_keys/{Alice.user_id}/keys/* is "{master_key}"

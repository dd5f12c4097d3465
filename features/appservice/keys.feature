Feature: Cross-signing keys of an application service's users

  @APS-17
  Scenario: A service gives its user a cross-signing key without authentication
    Given Alice is a user of the application service
    When the application service as Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key.1}": "{fresh.key.1}"}}
    Then the response is 200

  @APS-17
  Scenario: A service replaces its user's cross-signing key without authentication
    Given Alice is a user of the application service
    And the application service as Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key.1}": "{fresh.key.1}"}}
    When the application service as Alice calls: uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key.2}": "{fresh.key.2}"}}
    Then the response is 200

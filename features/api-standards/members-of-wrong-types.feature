# Which code a body of a wrong shape gets is not stated (M_BAD_JSON, M_MISSING_PARAM, M_INVALID_PARAM and M_UNKNOWN all claim it), and a challenge may
# come before the body is looked at. An endpoint that is missing altogether is found elsewhere.
Feature: Members of a wrong type

  @API-11
  Scenario Outline: <call> a member of a wrong type that is required
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each required member of a wrong type
    Then each of the responses is 400 or 401 or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                                                                                                                                   |
      | an anonymous client | login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and |
      | Alice               | deleteDevices with devices ["LAPTOP"] and                                                                                              |
      | Alice               | changePassword with                                                                                                                    |
      | Alice               | add3PID with                                                                                                                           |

    @needs-refresh-tokens
    Examples:
      | caller              | call         |
      | an anonymous client | refresh with |

    @needs-email-sink
    Examples:
      | caller              | call                                                                      |
      | Alice               | post3PIDs with                                                            |
      | Alice               | bind3PID with                                                             |
      | Alice               | unbind3pidFromAccount with medium "email" and address "{fresh.email}" and |
      | Alice               | delete3pidFromAccount with medium "email" and address "{fresh.email}" and |
      | an anonymous client | requestTokenToRegisterEmail with email "{fresh.email}" and                |
      | an anonymous client | requestTokenToResetPasswordEmail with email "{fresh.email}" and           |
      | Alice               | requestTokenTo3PIDEmail with email "{fresh.email}" and                    |

    @needs-sms-sink
    Examples:
      | caller              | call                                                                                     |
      | an anonymous client | requestTokenToRegisterMSISDN with country "FR" and phone_number "{fresh.phone}" and      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with country "FR" and phone_number "{fresh.phone}" and |
      | Alice               | requestTokenTo3PIDMSISDN with country "FR" and phone_number "{fresh.phone}" and          |

  @API-11
  Scenario Outline: <call> a member of a wrong type that is not required
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each optional member of a wrong type
    Then each of the responses is 2xx or 400 or 401 or 403 or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                                                                                                                                   |
      | an anonymous client | login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and |
      | Alice               | updateDevice with deviceId "PHONE" and display_name "Phone" and                                                                        |
      | Alice               | changePassword with                                                                                                                    |
      | Alice               | deactivateAccount with                                                                                                                 |

    @needs-open-registration
    Examples:
      | caller              | call                                                                          |
      | an anonymous client | register with username "{fresh.username}" and password "{fresh.password}" and |

    @needs-e2ee-keys
    Examples:
      | caller | call                                                                                                                                           |
      | Alice  | uploadCrossSigningKeys with master_key {"user_id": "{Alice.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key}": "{fresh.key}"}} and |

    @needs-email-sink
    Examples:
      | caller              | call                                                                      |
      | Alice               | unbind3pidFromAccount with medium "email" and address "{fresh.email}" and |
      | Alice               | delete3pidFromAccount with medium "email" and address "{fresh.email}" and |
      | an anonymous client | requestTokenToRegisterEmail with email "{fresh.email}" and                |
      | an anonymous client | requestTokenToResetPasswordEmail with email "{fresh.email}" and           |
      | Alice               | requestTokenTo3PIDEmail with email "{fresh.email}" and                    |

    @needs-sms-sink
    Examples:
      | caller              | call                                                                                     |
      | an anonymous client | requestTokenToRegisterMSISDN with country "FR" and phone_number "{fresh.phone}" and      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with country "FR" and phone_number "{fresh.phone}" and |
      | Alice               | requestTokenTo3PIDMSISDN with country "FR" and phone_number "{fresh.phone}" and          |

  @API-11
  Scenario Outline: <call> an answer to a challenge that is no object
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each auth that is no object
    Then each of the responses is 400 or 401

    Examples:
      | caller | call                                      |
      | Alice  | deleteDevice with deviceId "LAPTOP" and   |
      | Alice  | deleteDevices with devices ["LAPTOP"] and |
      | Alice  | changePassword with                       |
      | Alice  | deactivateAccount with                    |
      | Alice  | add3PID with                              |

    @needs-open-registration
    Examples:
      | caller              | call                                                                          |
      | an anonymous client | register with username "{fresh.username}" and password "{fresh.password}" and |

    @needs-login-token
    Examples:
      | caller | call                    |
      | Alice  | generateLoginToken with |

# Which code a body of a wrong shape gets is not stated (M_BAD_JSON, M_MISSING_PARAM, M_INVALID_PARAM and M_UNKNOWN all claim it), and a challenge may
# come before the body is looked at. An endpoint that is missing altogether is found elsewhere.
Feature: Members that are missing

  @API-12
  Scenario Outline: <call> a member missing that is required
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> each required member missing
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

  @API-12
  Scenario Outline: <call> no body, where a member is required
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> no body
    Then the response is 400 or 404 M_UNRECOGNIZED

    Examples:
      | caller              | call                |
      | an anonymous client | login with          |
      | Alice               | deleteDevices with  |
      | Alice               | changePassword with |

    @needs-refresh-tokens
    Examples:
      | caller              | call         |
      | an anonymous client | refresh with |

    @needs-email-sink
    Examples:
      | caller              | call                                  |
      | Alice               | post3PIDs with                        |
      | Alice               | bind3PID with                         |
      | Alice               | unbind3pidFromAccount with            |
      | Alice               | delete3pidFromAccount with            |
      | an anonymous client | requestTokenToRegisterEmail with      |
      | an anonymous client | requestTokenToResetPasswordEmail with |
      | Alice               | requestTokenTo3PIDEmail with          |

    @needs-sms-sink
    Examples:
      | caller              | call                                   |
      | an anonymous client | requestTokenToRegisterMSISDN with      |
      | an anonymous client | requestTokenToResetPasswordMSISDN with |
      | Alice               | requestTokenTo3PIDMSISDN with          |

  @API-11
  Scenario Outline: <call> no body, where no member is required
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When <caller> calls: <call> no body
    Then the response is 400 or 401

    Examples:
      | caller | call                                    |
      | Alice  | deleteDevice with deviceId "LAPTOP" and |
      | Alice  | deactivateAccount with                  |

    @needs-open-registration
    Examples:
      | caller              | call          |
      | an anonymous client | register with |

    @needs-login-token
    Examples:
      | caller | call                    |
      | Alice  | generateLoginToken with |

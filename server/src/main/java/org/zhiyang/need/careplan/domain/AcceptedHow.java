package org.zhiyang.need.careplan.domain;

/** How the elder or proxy said yes: themselves on their phone, or to staff who recorded it. */
public enum AcceptedHow { IN_APP, PHONE, IN_PERSON, SIGNED_PAPER }

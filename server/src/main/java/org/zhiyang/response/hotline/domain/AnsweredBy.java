package org.zhiyang.response.hotline.domain;

/** Who spoke on the phone. */
public enum AnsweredBy { ELDER, FAMILY, OTHER }

package org.zhiyang.routing;

/** An expected no: the input cannot be read, or no plan can satisfy it. The message is one Chinese sentence that says what is wrong and what to do. */
@SuppressWarnings("serial")
public final class RoutingRefusal extends RuntimeException {
  public RoutingRefusal(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}

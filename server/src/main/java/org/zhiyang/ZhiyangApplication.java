package org.zhiyang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ZhiyangApplication {
  public static void main(String[] args) {
    SpringApplication.run(ZhiyangApplication.class, args);
  }
}

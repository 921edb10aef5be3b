package org.zhiyang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a random port with a simulated city of 900 elders (seed 7), shared by every test that carries this: tests make what they
 *  change themselves and never count on being alone. {@link Api} signs in as any demo account. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"zhiyang.demo.elders=900", "zhiyang.demo.seed=7", "zhiyang.data-directory=target/test-app-data", "logging.level.root=warn",
        "springdoc.default-flat-param-object=true", "springdoc.paths-to-match=/api/**", "springdoc.writer-with-order-by-keys=true", "springdoc.use-fqn=true", "springdoc.default-produces-media-type=application/json"})
@Import({Api.class, OpenApiConfiguration.class})
public @interface ZhiyangTest {}

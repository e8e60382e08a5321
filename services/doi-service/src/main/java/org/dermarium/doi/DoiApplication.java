package org.dermarium.doi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the DOI service. */
@SpringBootApplication
public class DoiApplication {

    public static void main(String[] args) {
        SpringApplication.run(DoiApplication.class, args);
    }
}

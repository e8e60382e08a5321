package org.dermarium.embedded.service;

import org.dermarium.embedded.home.Ports;

/**
 * One of the processes that run a service.
 *
 * @param number from 1
 * @param of how many there are
 */
public record Instance(Service service, int number, int of) {

    /** Of the process and its log: the service's own name where it runs once, else with the number, as {@code catalog-2}. */
    public String label() {
        return of == 1 ? service.label() : service.label() + "-" + number;
    }

    public int port(Ports ports) {
        return service.port(ports.ofInstance(number));
    }

    /** Where health and metrics are. */
    public int managementPort(Ports ports) {
        return service.managementPort(ports.ofInstance(number));
    }

    String address(Ports ports) {
        return "http://127.0.0.1:" + port(ports);
    }
}

package org.dermarium.doi.publish;

import java.util.concurrent.atomic.AtomicBoolean;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Ends the work, whenever a step has done its work and is about to be noted as done, until it is opened. */
final class Trap implements BeanPostProcessor {

    private final AtomicBoolean sprung = new AtomicBoolean();
    private volatile @Nullable Step step;

    /** What no code expects. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    void set(Step at) {
        sprung.set(false);
        step = at;
    }

    void open() {
        step = null;
    }

    boolean isSprung() {
        return sprung.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Publications)) {
            return bean;
        }
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("advance") && call.getArguments()[1] == step) {
                sprung.set(true);
                throw new Crash();
            }
            return call.proceed();
        });
        return factory.getProxy();
    }
}

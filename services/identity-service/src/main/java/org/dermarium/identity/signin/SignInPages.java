package org.dermarium.identity.signin;

import jakarta.validation.Valid;
import org.dermarium.identity.account.EmailTaken;
import org.dermarium.identity.account.RegisterAccount;
import org.dermarium.identity.account.Registration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages to sign in, register and sign out. */
@Controller
class SignInPages {

    private final RegisterAccount registerAccount;

    SignInPages(RegisterAccount registerAccount) {
        this.registerAccount = registerAccount;
    }

    @GetMapping("/accounts/login")
    String login() {
        return "login";
    }

    @GetMapping("/accounts/logout")
    String logout() {
        return "logout";
    }

    @GetMapping("/accounts/register")
    String register(Model model) {
        model.addAttribute("registration", new Registration("", "", "", ""));
        return "register";
    }

    /** Says the same for a new and for a known address, so that nobody can ask who has an account here. */
    @PostMapping("/accounts/register")
    ModelAndView register(@Valid @ModelAttribute Registration registration, BindingResult problems) {
        if (problems.hasErrors()) {
            return new ModelAndView("register", problems.getModel(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            registerAccount.register(registration, false);
        } catch (EmailTaken known) {
            // The person behind the address notices nothing, and neither does somebody who only tries it.
        }
        return new ModelAndView("redirect:/accounts/login?registered");
    }
}

package org.dermarium.identity.oauth;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.dermarium.identity.account.Account;
import org.dermarium.identity.account.Accounts;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks a person whether a client may act in their name. */
@Controller
class ConsentPages {

    private static final Map<String, String> MEANING = Map.of(
            "identity", "see who you are and do in the archive what you may do",
            "image:read", "read the images that you may see",
            "image:write", "upload images in your name");

    private final RegisteredClientRepository clients;
    private final Accounts accounts;

    ConsentPages(RegisteredClientRepository clients, Accounts accounts) {
        this.clients = clients;
        this.accounts = accounts;
    }

    @GetMapping("/accounts/consent")
    String ask(
            @RequestParam("client_id") String clientId,
            @RequestParam String state,
            @RequestParam(defaultValue = Clients.DEFAULT_SCOPE) String scope,
            Principal person,
            Model model) {
        var client = clients.findByClientId(clientId);
        List<String> scopes =
                List.of(scope.split(" ")).stream().filter(MEANING::containsKey).toList();
        model.addAttribute("clientId", clientId);
        model.addAttribute("clientName", client == null ? "An unknown program" : client.getClientName());
        model.addAttribute("state", state);
        model.addAttribute("scopes", scopes);
        model.addAttribute("meanings", scopes.stream().map(MEANING::get).toList());
        model.addAttribute(
                "email",
                accounts.find(Long.parseLong(person.getName()))
                        .map(Account::email)
                        .orElse(""));
        return "consent";
    }
}

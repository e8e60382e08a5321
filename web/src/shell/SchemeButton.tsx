import { useState } from "react";
import { Icon } from "../ui/Icon";

const SCHEMES = ["system", "light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];
const KEY = "dermarium.scheme";
const ICONS = { system: "contrast", light: "sun", dark: "moon" } as const;

function stored(): Scheme {
  const scheme = document.documentElement.dataset.scheme;
  return scheme === "light" || scheme === "dark" ? scheme : "system";
}

function apply(scheme: Scheme): void {
  const { dataset } = document.documentElement;
  if (scheme === "system") delete dataset.scheme;
  else dataset.scheme = scheme;
  try {
    if (scheme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Steps through the colour schemes: as the system, light, dark. */
export function SchemeButton() {
  const [scheme, setScheme] = useState(stored);
  const next = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length] ?? "system";
  return (
    <button
      type="button"
      className="button quiet small square"
      title={`Colours: ${scheme}`}
      aria-label={`Colours: ${scheme}. Change to ${next}`}
      onClick={() => {
        apply(next);
        setScheme(next);
      }}
    >
      <Icon name={ICONS[scheme]} />
    </button>
  );
}

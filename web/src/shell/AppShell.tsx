import { type ReactNode, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { Masthead } from "./Masthead";

const LINKS = [
  ["/about", "About"],
  ["/terms", "Terms of use"],
  ["/privacy", "Privacy"],
  ["/accessibility", "Accessibility"],
  ["/api", "API"],
] as const;

function watchConnection(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

function OfflineBanner() {
  const online = useSyncExternalStore(watchConnection, () => navigator.onLine);
  return (
    <div role="status">
      {online ? null : (
        <p className="offline">You are offline. What is on the screen may be out of date.</p>
      )}
    </div>
  );
}

/** The frame around every page. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <div className="app">
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Masthead />
      <OfflineBanner />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="wrap">
          <p>Dermarium is for research and teaching. It does not replace a medical opinion.</p>
          <nav aria-label="About this site">
            <ul>
              {LINKS.map(([href, label]) => (
                <li key={href}>
                  <Link href={href}>{label}</Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </footer>
    </div>
  );
}

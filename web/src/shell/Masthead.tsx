import { Link, useLocation, useSearch } from "wouter";
import { signInAddress, signOut, useUser } from "../session/session";
import { Icon } from "../ui/Icon";
import { Mark } from "../ui/Mark";
import { SchemeButton } from "./SchemeButton";

const PLACES = [
  ["/gallery", "Gallery"],
  ["/collections", "Collections"],
  ["/dois", "DOIs"],
  ["/challenges", "Challenges"],
  ["/contribute", "Contribute"],
] as const;

function Account() {
  const user = useUser();
  const [path] = useLocation();
  const search = useSearch();
  if (user === undefined) return null;
  if (user === null) {
    return (
      <a className="button small" href={signInAddress(search ? `${path}?${search}` : path)}>
        Sign in
      </a>
    );
  }
  const name = user.full_name || user.email;
  return (
    <details className="menu" name="account">
      <summary className="button small">
        <Icon name="person" />
        <span className="account-name">{name}</span>
      </summary>
      <div>
        <p>
          <strong>{name}</strong>
          <br />
          <span className="muted small">{user.email}</span>
          {user.is_staff ? <span className="muted small"> · staff</span> : null}
        </p>
        <button type="button" className="button small" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </details>
  );
}

export function Masthead() {
  const [path] = useLocation();
  return (
    <header className="masthead">
      <div className="wrap">
        <Link href="/" className="wordmark">
          <Mark />
          Dermarium
        </Link>
        <nav className="nav" aria-label="Main">
          <ul>
            {PLACES.map(([href, label]) => (
              <li key={href}>
                <Link href={href} aria-current={path.startsWith(href) ? "page" : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="account">
          <SchemeButton />
          <Account />
        </div>
      </div>
    </header>
  );
}

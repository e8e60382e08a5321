import type { ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { ApiError } from "../api/client";
import { signInAddress } from "../session/session";
import { Icon, type IconName } from "../ui/Icon";
import { PageHeading } from "./PageHeading";

interface StatePageProps {
  icon: IconName;
  title: string;
  children: ReactNode;
}

/** A page that has nothing to show but says why, and where to go on. */
export function StatePage({ icon, title, children }: StatePageProps) {
  return (
    <div className="wrap">
      <div className="state">
        <Icon name={icon} />
        <PageHeading>{title}</PageHeading>
        {children}
      </div>
    </div>
  );
}

export function NotFound() {
  return (
    <StatePage icon="missing" title="Nothing here">
      <p>
        There is no such page, or it is not open to you. Embargoed images and private collections
        are shown only to the people they belong to or are shared with.
      </p>
      <p className="row">
        <Link className="button primary" href="/gallery">
          Search the gallery
        </Link>
        <Link className="button" href="/">
          Start page
        </Link>
      </p>
    </StatePage>
  );
}

export function SignInNeeded() {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <StatePage icon="person" title="Please sign in">
      <p>This page belongs to an account. After signing in you come back here.</p>
      <a className="button primary" href={signInAddress(search ? `${path}?${search}` : path)}>
        Sign in
      </a>
    </StatePage>
  );
}

export function NotAllowed({ message }: { message?: string }) {
  return (
    <StatePage icon="lock" title="Not open to this account">
      <p>{message ?? "You are signed in, but this belongs to somebody else."}</p>
      <Link className="button" href="/">
        Start page
      </Link>
    </StatePage>
  );
}

export function Withdrawn({ message }: { message: string }) {
  return (
    <StatePage icon="missing" title="Withdrawn">
      <p>{message}</p>
      <p className="muted">It was public once; its number will not be given to another image.</p>
    </StatePage>
  );
}

function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const unreachable = error instanceof ApiError && error.status === 0;
  return (
    <StatePage
      icon={unreachable ? "cloud" : "warning"}
      title={unreachable ? "The archive cannot be reached" : "Something went wrong"}
    >
      <p>
        {unreachable
          ? "Your device seems to be offline, or the archive is being restarted. Nothing you entered is lost as long as this page stays open."
          : error instanceof Error
            ? error.message
            : "The page could not be shown."}
      </p>
      <button
        type="button"
        className="button primary"
        onClick={retry ?? (() => window.location.reload())}
      >
        <Icon name="retry" /> Try again
      </button>
    </StatePage>
  );
}

/** The page for whatever the server answered instead of content. */
export function ErrorPage({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error instanceof ApiError) {
    if (error.status === 401) return <SignInNeeded />;
    if (error.status === 403) return <NotAllowed message={error.message} />;
    if (error.status === 404) return <NotFound />;
    if (error.status === 410) return <Withdrawn message={error.message} />;
  }
  return <Failure error={error} retry={retry} />;
}

import { type ReactNode, useEffect, useRef } from "react";

let visited = false;
let throughHistory = false;
window.addEventListener("popstate", () => {
  throughHistory = true;
});

interface PageHeadingProps {
  children: ReactNode;
  /** Title of the browser's tab; the heading's own text unless given. */
  title?: string;
}

/**
 * The one h1 of a page. It names the tab, and after a navigation takes the focus, so that a screen
 * reader starts at the new page; coming back, the place on the page is left to the browser.
 */
export function PageHeading({ children, title }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const text = title ?? (typeof children === "string" ? children : undefined);

  useEffect(() => {
    if (visited) {
      if (!throughHistory) window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    visited = true;
    throughHistory = false;
  }, []);

  useEffect(() => {
    document.title = text && text !== "Dermarium" ? `${text} · Dermarium` : "Dermarium";
  }, [text]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

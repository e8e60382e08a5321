import type { ReactNode } from "react";

type Tone = "info" | "ok" | "warn" | "bad";

/** A message in the page; failures interrupt a screen reader, everything else waits. */
export function Notice({ tone = "info", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";
import { PageHeading } from "../shell/PageHeading";

export function TextPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="wrap">
      <article className="prose">
        <PageHeading>{title}</PageHeading>
        {children}
      </article>
    </div>
  );
}

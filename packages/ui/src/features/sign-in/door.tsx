/** The frame of the screens before the product: a form at the left, an example at the right. */
import type { ReactElement, ReactNode } from "react";

import { HomeLink, LanguageSwitch } from "../shell/app-bar.tsx";
import { ExampleCard } from "./example-card.tsx";
import "../shell/page-frame.css";
import "./sign-in.css";

/** The title of the form, a line about it, and the form. */
export type DoorProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
};

/** Languages work before anybody is signed in. */
export function Door({ title, lead, children }: DoorProps): ReactElement {
  return (
    <div className="door">
      <title>{`${title} · Zhanbasy`}</title>
      <div className="door-form">
        <header className="door-head">
          <HomeLink />
          <LanguageSwitch />
        </header>
        <main className="door-main">
          <h1 className="type-screen-title">{title}</h1>
          {lead === undefined ? null : <p className="door-lead">{lead}</p>}
          {children}
        </main>
      </div>
      <ExampleCard />
    </div>
  );
}

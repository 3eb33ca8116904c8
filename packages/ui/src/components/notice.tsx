/** What the person must know of the screen, in a sentence, with what can be done. */
import type { ReactElement, ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";
import "./notice.css";

/** How grave a notice is. */
export type NoticeKind = "warning" | "negative" | "info";

/** The title says what is so; the text, what it means. */
export type NoticeProps = {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

const ICONS: Readonly<Record<NoticeKind, IconName>> = {
  warning: "warning",
  negative: "refused",
  info: "info",
};

/** A refusal is read out at once, anything else when the person is free. */
export function Notice({ kind, title, children, action }: NoticeProps): ReactElement {
  return (
    <div className={`notice notice-${kind}`} role={kind === "negative" ? "alert" : "status"}>
      <Icon name={ICONS[kind]} />
      <div className="notice-content">
        <p className="notice-title">{title}</p>
        {children === undefined ? null : <div className="notice-text">{children}</div>}
        {action === undefined ? null : <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}

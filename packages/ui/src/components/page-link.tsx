/** A link to another screen of the page: no reload, and still a link to open elsewhere. */
import type { ReactElement, ReactNode } from "react";
import { Link } from "react-aria-components";

/** Where it leads; the class sets its look. */
export type PageLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** It leads to where one is. */
  readonly isCurrent?: boolean;
  readonly label?: string;
};

/** Looks as any link unless it has a class of its own. */
export function PageLink({
  href,
  children,
  className = "page-link",
  isCurrent = false,
  label,
}: PageLinkProps): ReactElement {
  return (
    <Link
      className={className}
      href={href}
      {...(isCurrent ? { "aria-current": "page" as const } : {})}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </Link>
  );
}

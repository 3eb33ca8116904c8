/** A refusal on the screens before the product: one sentence, or the wait after too many tries. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { type ApiFault, findApiFault } from "../../api-client.ts";
import { Notice } from "../../components/notice.tsx";
import { LockedNotice } from "./locked-notice.tsx";

/** What was answered; the wait ends by telling so. */
export type RefusalProps = {
  readonly error: Error | null;
  readonly onWaitOver: () => void;
};

/** Nothing while nothing was refused. */
export function Refusal({ error, onWaitOver }: RefusalProps): ReactElement | null {
  const { t } = useTranslation();
  if (error === null) return null;
  const fault = findApiFault(error);
  if (fault === undefined) throw error;
  const wait = waitOf(fault);
  if (wait !== undefined) return <LockedNotice seconds={wait} onOver={onWaitOver} />;
  const problem = fault.kind === "refused" ? fault.problem : undefined;
  if (problem === undefined) {
    return (
      <Notice kind="negative" title={t(`states.${fault.kind}Title`)}>
        {t(`states.${fault.kind}Text`)}
      </Notice>
    );
  }
  const [first, ...others] = problem.issues;
  return (
    <Notice kind="negative" title={first?.message ?? problem.detail ?? problem.title}>
      {others.length === 0 ? undefined : (
        <ul className="notice-list">
          {others.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Whether a next try has to wait. */
export function isWaiting(error: Error | null): boolean {
  const fault = findApiFault(error);
  return fault !== undefined && waitOf(fault) !== undefined;
}

function waitOf(fault: ApiFault): number | undefined {
  return fault.kind === "refused" && fault.status === 429 ? fault.retryAfter : undefined;
}

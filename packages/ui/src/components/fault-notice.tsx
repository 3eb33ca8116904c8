/** Why the server would not, in its own sentences, or that nobody was reached. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { ApiFault } from "../api-client.ts";
import { Notice } from "./notice.tsx";

/** A refusal is told by the server in the language of the page: what, why, and each fault. */
export function FaultNotice({ fault }: { readonly fault: ApiFault }): ReactElement {
  const { t } = useTranslation();
  const problem = fault.kind === "refused" ? fault.problem : undefined;
  if (problem === undefined) {
    return (
      <Notice kind="negative" title={t(`states.${fault.kind}Title`)}>
        {t(`states.${fault.kind}Text`)}
      </Notice>
    );
  }
  return (
    <Notice kind="negative" title={problem.title}>
      {problem.detail === undefined ? null : <p>{problem.detail}</p>}
      {problem.issues.length === 0 ? null : (
        <ul className="notice-list">
          {problem.issues.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {problem.status >= 500 ? <p>{t("states.incident", { id: problem.requestId })}</p> : null}
    </Notice>
  );
}

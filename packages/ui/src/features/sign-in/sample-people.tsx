/** People of the demonstration, who are entered without a password. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SessionState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Icon } from "../../components/icon.tsx";
import { Pill } from "../../components/pill.tsx";
import { initialsOf } from "../shell/initials.ts";
import { renewSession } from "../shell/session.ts";
import { Refusal } from "./refusal.tsx";

/** Each with the role that shows what the role can do. */
export function SamplePeople({
  samples,
  onSignedIn,
}: {
  readonly samples: NonNullable<SessionState["samples"]>;
  readonly onSignedIn: (session: SessionState) => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const enter = useMutation({
    mutationFn: async (personId: string) => {
      await sendPlain("POST", "/session/sample", { personId });
      return renewSession(client);
    },
    onSuccess: onSignedIn,
  });
  return (
    <section className="samples" aria-labelledby="samples-title">
      <header className="samples-head">
        <h2 id="samples-title" className="type-section-title">
          {t("signIn.samplesTitle")}
        </h2>
        <Pill tone="accent">{t("signIn.demonstration")}</Pill>
      </header>
      <p className="samples-lead">{t("signIn.samplesLead")}</p>
      <Refusal error={enter.error} onWaitOver={enter.reset} />
      <ul className="samples-list">
        {samples.map(({ id, name, role }) => (
          <li key={id}>
            <Button
              className="sample"
              onPress={() => enter.mutate(id)}
              isDisabled={enter.isPending}
            >
              <span className="app-initials" aria-hidden="true">
                {initialsOf(name)}
              </span>
              <span className="sample-words">
                <span className="sample-name">{name}</span>
                <span className="sample-role">{t(`role.${role}`)}</span>
              </span>
              <Icon name="chevron-right" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

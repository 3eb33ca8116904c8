/** Who was invited and what became of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Invitation } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Pill, type PillTone } from "../../components/pill.tsx";
import { formatMoment } from "../../format/date.ts";
import { Answered } from "../shell/answered.tsx";
import { MoreButton } from "../shell/more-button.tsx";
import { usePages } from "../shell/use-pages.ts";
import { Refusal } from "../sign-in/refusal.tsx";
import { RoleWords } from "./person-table.tsx";

const TONES: Readonly<Record<Invitation["state"], PillTone>> = {
  open: "accent",
  accepted: "success",
  expired: "plain",
  revoked: "plain",
};

/** An open one can be taken back by an administrator. */
export function InvitationList({ canRevoke }: { readonly canRevoke: boolean }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const invitations = usePages("/invitations");
  const revoke = useMutation({
    mutationFn: (id: string) => sendPlain("DELETE", `/invitations/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ["/invitations"] }),
  });
  const columns: readonly DataColumn<Invitation>[] = [
    {
      id: "name",
      name: t("people.name"),
      isRowHeader: true,
      cell: ({ name, email }) => (
        <>
          {name}
          <span className="data-note">{email}</span>
        </>
      ),
    },
    {
      id: "role",
      name: t("people.role"),
      cell: ({ role, organisationIds }) => <RoleWords role={role} ids={organisationIds} />,
    },
    {
      id: "state",
      name: t("people.state"),
      cell: ({ state }) => <Pill tone={TONES[state]}>{t(`people.invitation.${state}`)}</Pill>,
    },
    {
      id: "expires",
      name: t("people.expires"),
      cell: ({ expiresAt }) => formatMoment(expiresAt),
    },
    { id: "by", name: t("people.invitedBy"), cell: ({ invitedBy }) => invitedBy.name },
  ];
  const actions: DataColumn<Invitation> = {
    id: "actions",
    name: t("people.actions"),
    look: "actions",
    cell: ({ id, name, state }) =>
      state === "open" ? (
        <Button
          label={t("people.revokeNamed", { name })}
          onPress={() => revoke.mutate(id)}
          isDisabled={revoke.isPending}
        >
          {t("people.revoke")}
        </Button>
      ) : null,
  };
  return (
    <section className="people-invitations" aria-labelledby="invitations-title">
      <h2 id="invitations-title" className="type-section-title">
        {t("people.invitations")}
      </h2>
      <Refusal error={revoke.error} onWaitOver={revoke.reset} />
      <Answered query={invitations}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return <p className="card card-empty">{t("people.noInvitations")}</p>;
          }
          return (
            <div className="card">
              <DataTable
                label={t("people.invitations")}
                columns={canRevoke ? [...columns, actions] : columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
              <MoreButton pages={invitations} />
            </div>
          );
        }}
      </Answered>
    </section>
  );
}

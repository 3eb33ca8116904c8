/** People as rows: who, in which role, when they were here last. */
import type { PersonDetail } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Pill } from "../../components/pill.tsx";
import { formatMoment } from "../../format/date.ts";

/** Without a way to choose a person it is for reading only. */
export function PersonTable({
  people,
  onChoose,
}: {
  readonly people: readonly PersonDetail[];
  readonly onChoose: ((person: PersonDetail) => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const columns: readonly DataColumn<PersonDetail>[] = [
    {
      id: "name",
      name: t("people.name"),
      isRowHeader: true,
      cell: (person) => <Who person={person} />,
    },
    {
      id: "role",
      name: t("people.role"),
      cell: ({ role, organisationIds }) => <RoleWords role={role} ids={organisationIds} />,
    },
    {
      id: "seen",
      name: t("people.lastSeen"),
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? t("people.neverSeen") : formatMoment(lastSeenAt),
    },
    {
      id: "sessions",
      name: t("people.sessions"),
      look: "figure",
      cell: ({ sessionCount }) => String(sessionCount),
    },
  ];
  const actions: DataColumn<PersonDetail> = {
    id: "actions",
    name: t("people.actions"),
    look: "actions",
    cell: (person) => (
      <Button
        label={t("people.changeNamed", { name: person.name })}
        onPress={() => onChoose?.(person)}
      >
        {t("people.change")}
      </Button>
    ),
  };
  return (
    <DataTable
      label={t("people.title")}
      columns={onChoose === undefined ? columns : [...columns, actions]}
      rows={people}
      rowKey={({ id }) => id}
    />
  );
}

function Who({ person }: { readonly person: PersonDetail }): ReactElement {
  const { t } = useTranslation();
  const { name, email, isActive, isSample } = person;
  return (
    <>
      <span className="person-name">
        {name}
        {isSample ? <Pill tone="accent">{t("signIn.demonstration")}</Pill> : null}
        {isActive ? null : <Pill tone="warning">{t("people.inactive")}</Pill>}
      </span>
      <span className="data-note">{email}</span>
    </>
  );
}

/** The role, and the organisations it is bound to. */
export function RoleWords({
  role,
  ids,
}: {
  readonly role: PersonDetail["role"];
  readonly ids: readonly string[];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span>
      {t(`role.${role}`)}
      {ids.length === 0 ? null : (
        <span className="data-note">{t("people.bins", { bins: ids.join(", ") })}</span>
      )}
    </span>
  );
}

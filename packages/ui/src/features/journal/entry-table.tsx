/** Entries of the journal as rows. */
import type { AuditEntry } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { formatMoment } from "../../format/date.ts";
import { SHORT_ID, subjectWords } from "./subject-words.ts";

/** A subject leads to all entries about it, unless these are they. */
export function EntryTable({
  entries,
  onChoose,
}: {
  readonly entries: readonly AuditEntry[];
  readonly onChoose: ((subject: string) => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const columns: readonly DataColumn<AuditEntry>[] = [
    {
      id: "number",
      name: t("journal.number"),
      look: "figure",
      cell: ({ sequence }) => String(sequence),
    },
    {
      id: "when",
      name: t("journal.when"),
      cell: ({ madeAt }) => <span className="journal-when">{formatMoment(madeAt)}</span>,
    },
    {
      id: "who",
      name: t("journal.who"),
      cell: ({ actor }) => (actor === null ? t("journal.nobody") : actor.name),
    },
    {
      id: "what",
      name: t("journal.what"),
      isRowHeader: true,
      cell: (entry) => <What entry={entry} />,
    },
    {
      id: "subject",
      name: t("journal.about"),
      cell: ({ subject }) => <Subject subject={subject} onChoose={onChoose} />,
    },
    {
      id: "hash",
      name: t("journal.hash"),
      cell: ({ hash }) => (
        <code className="journal-hash" title={hash}>
          {hash.slice(0, SHORT_ID)}
        </code>
      ),
    },
  ];
  return (
    <DataTable
      label={t("journal.title")}
      columns={columns}
      rows={entries}
      rowKey={({ sequence }) => String(sequence)}
    />
  );
}

function What({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const { t } = useTranslation();
  const { action, facts } = entry;
  const told = Object.entries(facts).map(([name, value]) =>
    t("journal.factLine", {
      name: t(`journal.fact.${name}`, { defaultValue: name }),
      value: t(`journal.value.${value}`, { defaultValue: shortened(value) }),
    }),
  );
  return (
    <>
      {t(`journal.action.${action}`, { defaultValue: action })}
      {told.length === 0 ? null : <span className="data-note">{told.join(" · ")}</span>}
    </>
  );
}

/** Ids and hashes by their first signs, as elsewhere; all else whole. */
function shortened(value: string): string {
  return /^[0-9a-f-]{32,}$/u.test(value) ? value.slice(0, SHORT_ID) : value;
}

function Subject({
  subject,
  onChoose,
}: {
  readonly subject: string;
  readonly onChoose: ((subject: string) => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const words = subjectWords(subject, t);
  if (onChoose === undefined || !subject.includes(" ")) return <span title={subject}>{words}</span>;
  return (
    <Button
      className="link-button journal-subject"
      aria-label={t("journal.show", { subject: words })}
      onPress={() => onChoose(subject)}
    >
      {words}
    </Button>
  );
}

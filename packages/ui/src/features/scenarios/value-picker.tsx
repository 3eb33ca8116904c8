/** A list to choose a value of the law from, or the limit of money; found by words and codes. */
import type { OverrideJson, ScenarioValue } from "@zhanbasy/api/contract";
import { formatTenge, tiyn } from "@zhanbasy/core";
import { type ReactElement, useMemo, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { SearchField } from "../../components/search-field.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { StatusMark } from "../../components/status-mark.tsx";
import { createCoreTranslate } from "../../i18n/texts.ts";
import { codeWords, daysText, figureText, type ScenarioWords, unitText } from "./override-words.ts";
import { useScenarioOnView } from "./scenario-context.ts";
import "./value-picker.css";

/** A thing that may be overridden. */
export type Choosable = {
  readonly id: string;
  /** The override it would be, with what stands there as its value. */
  readonly json: OverrideJson;
  readonly standing: string | null;
};

type ChoosableRow = Choosable & {
  readonly title: string;
  readonly detail: string;
  readonly value: string;
  readonly unit: string;
  readonly status: ScenarioValue["status"] | undefined;
  readonly isOwn: boolean;
};

/** More are not drawn; a word more finds them. */
const MOST_SHOWN = 80;

/** All values of the law, and the envelope first. */
export function ValuePicker({
  values,
  limitTiyn,
  onChoose,
}: {
  readonly values: readonly ScenarioValue[] | undefined;
  readonly limitTiyn: string | undefined;
  readonly onChoose: (choosable: Choosable) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const [query, setQuery] = useState("");
  const rows = useMemo(
    () => [
      envelopeRow(limitTiyn, words, t("scenario.edit.envelope")),
      ...(values ?? []).map((value) => valueRow(value, words, (key, facts = {}) => t(key, facts))),
    ],
    [values, limitTiyn, words, t],
  );
  const found = findRows(rows, query);
  return (
    <div className="value-picker">
      <SearchField
        label={t("scenario.edit.search")}
        hint={t("scenario.edit.searchHint")}
        clearLabel={t("allocation.searchClear")}
        value={query}
        onChange={setQuery}
      />
      <p className="value-count" role="status">
        {found.length === 0
          ? t("allocation.empty")
          : t("scenario.edit.found", { count: found.length })}
      </p>
      <ListBox
        className="value-list"
        aria-label={t("scenario.edit.values")}
        selectionMode="single"
        items={found.slice(0, MOST_SHOWN)}
        onAction={(id) => {
          const row = rows.find((each) => each.id === id);
          if (row !== undefined) onChoose(row);
        }}
        onSelectionChange={(keys) => {
          const row = rows.find((each) => keys !== "all" && keys.has(each.id));
          if (row !== undefined) onChoose(row);
        }}
      >
        {(row) => (
          <ListBoxItem
            id={row.id}
            textValue={`${row.title} ${row.detail} ${row.value}`}
            className="value-row"
          >
            <ValueLine row={row} />
          </ListBoxItem>
        )}
      </ListBox>
      {values === undefined ? (
        <AfterMoment>
          <Skeleton width="60%" />
        </AfterMoment>
      ) : null}
    </div>
  );
}

function ValueLine({ row }: { readonly row: ChoosableRow }): ReactElement {
  const { t } = useTranslation();
  const { words } = useScenarioOnView();
  const { title, detail, value, unit, status, isOwn } = row;
  return (
    <>
      <span className="value-name">
        {title}
        {detail === "" ? null : <span className="data-note">{detail}</span>}
      </span>
      <span className="value-figure">
        <b>{value}</b> <span className="value-unit">{unit}</span>
        <span className="data-note">
          {isOwn ? `${t("scenario.edit.changedHere")} · ` : ""}
          {status === undefined ? null : (
            <StatusMark
              status={status}
              word={createCoreTranslate(words.language)(`status.${status}`)}
            />
          )}
        </span>
      </span>
    </>
  );
}

/** Every word of the query must stand somewhere in the row: name, code, figure. */
function findRows(rows: readonly ChoosableRow[], query: string): readonly ChoosableRow[] {
  const asked = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter(({ id, title, detail, value }) => {
    const text = `${id} ${title} ${detail} ${value}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}

/** The name of a value: its parameter, codes and first day. */
function idOfValue({ parameter, key, validFrom }: ScenarioValue): string {
  return [parameter, ...Object.entries(key).flat(), validFrom].join(" ");
}

/** Which value of the law an override of it names: its first day where the year has several. */
function overrideOfValue(value: ScenarioValue): OverrideJson {
  const { parameter, key, validFrom, isWholeYear, own, standing } = value;
  return {
    parameter,
    ...(Object.keys(key).length === 0 ? {} : { key }),
    ...(isWholeYear ? {} : { validFrom }),
    ...{ value: own ?? standing, reason: "" },
  };
}

function valueRow(
  value: ScenarioValue,
  words: ScenarioWords,
  text: (key: string, facts?: Readonly<Record<string, string>>) => string,
): ChoosableRow {
  const { parameter, key, validFrom, validTo, isWholeYear, unit, status, standing, own } = value;
  const codes = codeWords(new Map(Object.entries(key)), words);
  const days = isWholeYear ? "" : daysText(validFrom, validTo, text);
  const shown = own ?? standing;
  return {
    id: idOfValue(value),
    ...{ json: overrideOfValue(value), standing, status, isOwn: own !== null },
    title: words.names.parameters[parameter]?.[words.language] ?? parameter,
    detail: [...codes, days].filter((part) => part !== "").join(" · "),
    value: figureText(shown, unit, words),
    unit: unitText(unit, words, shown),
  };
}

function envelopeRow(
  limitTiyn: string | undefined,
  words: ScenarioWords,
  title: string,
): ChoosableRow {
  const { currency } = words.names;
  const standing = limitTiyn === undefined ? null : formatTenge(tiyn(BigInt(limitTiyn)));
  return {
    ...{ id: "envelope", title, detail: "", status: undefined, isOwn: false, standing },
    json: { envelope: standing ?? "0", reason: "" },
    value: standing === null ? "—" : figureText(standing, currency, words),
    unit: standing === null ? "" : unitText(currency, words),
  };
}

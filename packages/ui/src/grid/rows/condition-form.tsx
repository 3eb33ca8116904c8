/** A condition on the rows: of what, how it is compared, and with what. */
import { type JSX, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { ChoiceField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { faultText } from "../reading/read-fault.ts";
import { NAME_COLUMN, type SheetColumn } from "../sheet.ts";
import type { SheetCondition } from "./filter-rows.ts";
import {
  type ConditionDraft,
  type ConditionOperator,
  type DraftFault,
  operatorsOf,
  type ReadCondition,
  readCondition,
  typedValues,
  valueCount,
} from "./read-condition.ts";

/** What may be asked, what was asked before, and where the answer goes. */
export type ConditionFormProps = {
  readonly columns: readonly SheetColumn[];
  /** The condition that is changed; left out for another one. */
  readonly condition?: SheetCondition;
  readonly onDone: (condition: SheetCondition) => void;
};

type Mark = "overridden" | "warned";
const MARKS: readonly Mark[] = ["overridden", "warned"];

/** Nothing typed is lost when it is refused. */
export function ConditionForm({ columns, condition, onDone }: ConditionFormProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [subject, setSubject] = useState(subjectOf(condition));
  const column = columns.find(({ id }) => `column:${id}` === subject);
  const [asked, setAsked] = useState<ConditionOperator | null>(operatorOf(condition));
  const typed = typedValues(condition, column, language);
  const [value, setValue] = useState(typed.value);
  const [most, setMost] = useState(typed.most);
  const [faults, setFaults] = useState<Faults>({});
  const operators = column === undefined ? [] : operatorsOf(column);
  const operator = operators.find((known) => known === asked) ?? operators[0];
  const submit = (): void => {
    const mark = MARKS.find((known) => known === subject);
    if (mark !== undefined) onDone({ columnId: null, operator: mark });
    if (column === undefined || operator === undefined) return;
    const read = readCondition({ column, operator, value, most }, language);
    if ("condition" in read) onDone(read.condition);
    else setFaults(read.faults);
  };
  return (
    <form
      className="condition-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChoiceField
        label={t("grid.filter.subject")}
        options={[
          ...columns.map(({ id, title }) => ({ id: `column:${id}`, name: title })),
          ...MARKS.map((mark) => ({ id: mark, name: t(`grid.filter.${mark}`) })),
        ]}
        selected={subject}
        onSelect={setSubject}
      />
      {operator === undefined ? null : (
        <ChoiceField
          label={t("grid.filter.operatorField")}
          options={operators.map((id) => ({ id, name: t(`grid.filter.operator.${id}`) }))}
          selected={operator}
          onSelect={setAsked}
        />
      )}
      {column === undefined || operator === undefined ? null : (
        <ValueFields
          draft={{ column, operator, value, most }}
          faults={faults}
          onValue={setValue}
          onMost={setMost}
        />
      )}
      <Button kind="primary" type="submit">
        {t("grid.filter.apply")}
      </Button>
    </form>
  );
}

type Faults = Extract<ReadCondition, { readonly faults: unknown }>["faults"];

type ValueFieldsProps = {
  readonly draft: ConditionDraft;
  readonly faults: Faults;
  readonly onValue: (value: string) => void;
  readonly onMost: (value: string) => void;
};

function ValueFields({ draft, faults, onValue, onMost }: ValueFieldsProps): JSX.Element | null {
  const { t } = useTranslation();
  const { column, operator, value, most } = draft;
  const unit = column.unit?.name;
  const count = valueCount(operator);
  const label = (key: "value" | "from" | "to"): string =>
    unit === undefined ? t(`grid.filter.${key}`) : t(`grid.filter.${key}In`, { unit });
  const error = (fault: DraftFault | undefined): string | undefined => {
    if (fault === undefined) return undefined;
    return typeof fault === "string" ? t(`grid.filter.${fault}`) : faultText(t, fault);
  };
  if (count === 0) return null;
  return (
    <>
      <TextField
        label={label(count === 2 ? "from" : "value")}
        value={value}
        onChange={onValue}
        error={error(faults.value)}
      />
      {count === 1 ? null : (
        <TextField label={label("to")} value={most} onChange={onMost} error={error(faults.most)} />
      )}
    </>
  );
}

function subjectOf(condition: SheetCondition | undefined): string {
  if (condition === undefined) return `column:${NAME_COLUMN}`;
  return condition.columnId === null ? condition.operator : `column:${condition.columnId}`;
}

function operatorOf(condition: SheetCondition | undefined): ConditionOperator | null {
  return condition === undefined || condition.columnId === null ? null : condition.operator;
}

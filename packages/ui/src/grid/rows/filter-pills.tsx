/** The conditions that rows on view fulfil, one pill each, and the way to another one. */
import { type JSX, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popover } from "../../components/popover.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import type { SheetColumn } from "../sheet.ts";
import { ConditionForm } from "./condition-form.tsx";
import { conditionText } from "./condition-text.ts";
import type { SheetCondition } from "./filter-rows.ts";

import "./filter-pills.css";

/** All columns of the sheet, hidden ones too; all conditions must hold. */
export type FilterPillsProps = {
  readonly columns: readonly SheetColumn[];
  readonly conditions: readonly SheetCondition[];
  readonly onChange: (conditions: readonly SheetCondition[]) => void;
};

/** A pill opens its condition; its cross takes it away. */
export function FilterPills({ columns, conditions, onChange }: FilterPillsProps): JSX.Element {
  const { t } = useTranslation();
  const root = useRef<HTMLFieldSetElement>(null);
  const remove = (index: number): void => {
    onChange(conditions.toSpliced(index, 1));
    // The button that had the focus goes away with its pill.
    root.current?.querySelector<HTMLElement>("[data-filter-add] button")?.focus();
  };
  return (
    <fieldset ref={root} className="filter-pills">
      <legend className="visually-hidden">{t("grid.filter.label")}</legend>
      {conditions.map((condition, index) => (
        <FilterPill
          // biome-ignore lint/suspicious/noArrayIndexKey: equal conditions may stand side by side
          key={index}
          columns={columns}
          condition={condition}
          onChange={(changed) => onChange(conditions.with(index, changed))}
          onRemove={() => remove(index)}
        />
      ))}
      <span data-filter-add="">
        <Popover
          label={t("grid.filter.addTitle")}
          trigger={
            <Button kind="quiet">
              <Icon name="plus" />
              {t("grid.filter.add")}
            </Button>
          }
        >
          {(close) => (
            <ConditionForm
              columns={columns}
              onDone={(condition) => {
                onChange([...conditions, condition]);
                close();
              }}
            />
          )}
        </Popover>
      </span>
    </fieldset>
  );
}

type FilterPillProps = {
  readonly columns: readonly SheetColumn[];
  readonly condition: SheetCondition;
  readonly onChange: (condition: SheetCondition) => void;
  readonly onRemove: () => void;
};

function FilterPill({ columns, condition, onChange, onRemove }: FilterPillProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const name = conditionText(t, condition, columns, language);
  return (
    <span className="filter-pill">
      <Popover
        label={t("grid.filter.editTitle")}
        trigger={
          <Button kind="quiet">
            <Icon name="filter" />
            {name}
          </Button>
        }
      >
        {(close) => (
          <ConditionForm
            columns={columns}
            condition={condition}
            onDone={(changed) => {
              onChange(changed);
              close();
            }}
          />
        )}
      </Popover>
      <Button kind="icon" label={t("grid.filter.remove", { name })} onPress={onRemove}>
        <Icon name="close" />
      </Button>
    </span>
  );
}

/** The sheet on a phone: groups folded, each organisation a card with its sum. */
import type { JSX } from "react";

import { formatAverage } from "../../format/count.ts";
import { SheetArrow } from "../../grid/cells/sheet-arrow.tsx";
import type { ExactValue } from "../../grid/exact-value.ts";
import type { SheetGroup } from "../../grid/sheet.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { perHeadUnit } from "./build-columns.ts";
import type { AllocationRow } from "./build-rows.ts";
import { writeMoney } from "./money-words.ts";
import { type AllocationRows, useAllocationText } from "./use-allocation-rows.ts";

/** Pressing a card makes its sum the active figure and opens the panel that explains it. */
export function AllocationCards({
  allocation,
}: {
  readonly allocation: AllocationRows;
}): JSX.Element {
  const { tree, rows, fold } = allocation;
  const open = new Set(rows.flatMap(({ row, isOpen }) => (isOpen === true ? [row.id] : [])));
  return (
    <div className="allocation-cards">
      <Card row={tree.total} />
      {tree.groups.map((group) => (
        <CardGroup
          key={group.row?.id ?? "all"}
          group={group}
          isOpen={group.row === null || open.has(group.row.id)}
          onFold={fold}
        />
      ))}
    </div>
  );
}

type CardGroupProps = {
  readonly group: SheetGroup<AllocationRow>;
  readonly isOpen: boolean;
  readonly onFold: (groupId: string, isOpen: boolean) => void;
};

function CardGroup({ group: { row, members }, isOpen, onFold }: CardGroupProps): JSX.Element {
  const total = useMoney()(row?.valueIn("total") ?? null);
  return (
    <section>
      {row === null ? null : (
        <h2>
          <button
            type="button"
            className="allocation-card-group"
            aria-expanded={isOpen}
            onClick={() => onFold(row.id, !isOpen)}
          >
            <SheetArrow isOpen={isOpen} />
            <span className="allocation-card-name">
              {row.name} <span className="sheet-note">{row.note}</span>
            </span>
            <span>{total}</span>
          </button>
        </h2>
      )}
      {isOpen ? (
        <ul>
          {members.map((member) => (
            <li key={member.id}>
              <Card row={member} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Card({ row }: { readonly row: AllocationRow }): JSX.Element {
  const { activeFigure, setActiveFigure, setPanelOpen, unit, language } = useWorkbook();
  const text = useAllocationText();
  const money = useMoney();
  const { rowKind, id } = row.figure;
  const isActive = activeFigure.rowKind === rowKind && activeFigure.id === id;
  const perHead = row.valueIn("perHead");
  const headcount = row.valueIn("headcount");
  return (
    <button
      type="button"
      className={`allocation-card allocation-card-${row.kind}`}
      aria-current={isActive}
      onClick={() => {
        setActiveFigure({ ...row.figure, columnId: "total" });
        setPanelOpen(true);
      }}
    >
      <span className="allocation-card-name">{row.name}</span>
      <span className="allocation-card-sum">{money(row.valueIn("total"))}</span>
      {headcount === null || perHead === null ? null : (
        <span className="allocation-card-facts">
          {text("card", {
            children: formatAverage(`${headcount.numerator}/${headcount.denominator}`, language),
            perHead: withUnit(
              writeMoney(perHead, perHeadUnit(unit), language),
              text(`unit.${perHeadUnit(unit)}`),
            ),
          })}
        </span>
      )}
    </button>
  );
}

/** A figure that stands alone carries its unit. */
function useMoney(): (value: ExactValue | null) => string {
  const { unit, language } = useWorkbook();
  const text = useAllocationText();
  return (value) =>
    value === null
      ? text("absent")
      : withUnit(writeMoney(value, unit, language), text(`unit.${unit}`));
}

function withUnit(figure: string, unit: string): string {
  return `${figure}\u00A0${unit}`;
}

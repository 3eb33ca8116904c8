/**
 * Which columns are on view, in what order and which stay at the left. Everything works by buttons;
 * dragging is a second way.
 */
import { type JSX, type ReactNode, useState } from "react";
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  ToggleButton,
  useDragAndDrop,
} from "react-aria-components";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popover } from "../../components/popover.tsx";
import type { SheetColumn } from "../sheet.ts";
import {
  type ColumnLayout,
  FIRST_LAYOUT,
  isLastShown,
  isShown,
  moveColumn,
  orderedColumns,
  togglePinned,
  toggleShown,
} from "./column-layout.ts";
import type { KeptLayout } from "./use-column-layout.ts";

import "./columns-popover.css";

/** A column as the list names it; parts and names are left out of the list by themselves. */
export type ChoosableColumn = Pick<SheetColumn, "id" | "title" | "isPart">;

/** All columns in the order in which the sheet has them, hidden ones too, and their layout. */
export type ColumnsPopoverProps = {
  readonly columns: readonly ChoosableColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: KeptLayout[1];
  /** What else a person may choose of a column, such as opening it into its parts. */
  readonly renderExtra?: (columnId: string) => ReactNode;
  /** What else goes back to the first view. */
  readonly onReset?: () => void;
};

/** «Вернуть вид» gives back columns, order, widths, pins and the order of rows. */
export function ColumnsPopover(props: ColumnsPopoverProps): JSX.Element {
  const { onLayout, onReset } = props;
  const { t } = useTranslation();
  return (
    <Popover
      label={t("grid.columns.label")}
      trigger={
        <Button kind="quiet">
          <Icon name="columns" />
          {t("grid.columns.label")}
        </Button>
      }
    >
      {(close) => (
        // The controls of an item keep Esc to themselves; it closes the list from everywhere.
        <div
          role="presentation"
          onKeyDownCapture={({ code }) => {
            if (code === "Escape") close();
          }}
        >
          <ColumnList {...props} />
          <Button
            onPress={() => {
              onLayout(() => FIRST_LAYOUT);
              onReset?.();
            }}
          >
            {t("grid.columns.reset")}
          </Button>
        </div>
      )}
    </Popover>
  );
}

function ColumnList(props: ColumnsPopoverProps): JSX.Element {
  const { columns, layout, onLayout, renderExtra } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const ordered = orderedColumns(columns, layout);
  const move = (columnId: string, places: number): void => {
    onLayout((before) => moveColumn(columns, before, columnId, places));
    const position = ordered.findIndex(({ id }) => id === columnId);
    const name = ordered[position]?.title ?? "";
    const count = ordered.length;
    setSaid(t("grid.columns.moved", { name, position: position + places + 1, count }));
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [dragged] = [...keys];
      const from = ordered.findIndex(({ id }) => id === dragged);
      const place = ordered.findIndex(({ id }) => id === target.key);
      const before = target.dropPosition === "after" ? place + 1 : place;
      const to = from < before ? before - 1 : before;
      if (from >= 0 && place >= 0) move(String(dragged), to - from);
    },
  });
  return (
    <>
      <GridList
        className="columns-list"
        aria-label={t("grid.columns.list")}
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        items={ordered.map((column) => ({ ...column, layout, renderExtra }))}
      >
        {({ id }) => {
          const position = ordered.findIndex((column) => column.id === id);
          return (
            <ColumnItem
              column={ordered[position] ?? { id, title: id, isPart: false }}
              canGo={(places) => isSamePinned(layout, ordered[position + places]?.id, id)}
              onMove={(places) => move(id, places)}
              {...props}
            />
          );
        }}
      </GridList>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}

/** Pinned columns come before all others, so that nothing goes past the last of them. */
function isSamePinned(
  { pinned }: ColumnLayout,
  neighbour: string | undefined,
  columnId: string,
): boolean {
  return neighbour !== undefined && pinned.includes(neighbour) === pinned.includes(columnId);
}

type ColumnItemProps = ColumnsPopoverProps & {
  readonly column: ChoosableColumn;
  readonly canGo: (places: number) => boolean;
  readonly onMove: (places: number) => void;
};

function ColumnItem(props: ColumnItemProps): JSX.Element {
  const { column, columns, layout, onLayout, renderExtra, canGo, onMove } = props;
  const { t } = useTranslation();
  const { id, title: name } = column;
  const isLast = isLastShown(columns, layout, id);
  return (
    <GridListItem id={id} textValue={name} className="columns-item">
      <AriaButton
        slot="drag"
        className="columns-drag"
        aria-label={t("grid.columns.drag", { name })}
      >
        <Icon name="drag" />
      </AriaButton>
      <label className="columns-name">
        <input
          type="checkbox"
          aria-label={t("grid.columns.show", { name })}
          checked={isShown(columns, layout, id)}
          disabled={isLast}
          title={isLast ? t("grid.columns.last") : undefined}
          onChange={() => onLayout((before) => toggleShown(columns, before, id))}
        />
        {name}
      </label>
      {renderExtra?.(id)}
      <Button
        kind="icon"
        label={t("grid.columns.earlier", { name })}
        isDisabled={!canGo(-1)}
        onPress={() => onMove(-1)}
      >
        <Icon name="chevron-up" />
      </Button>
      <Button
        kind="icon"
        label={t("grid.columns.later", { name })}
        isDisabled={!canGo(1)}
        onPress={() => onMove(1)}
      >
        <Icon name="chevron-down" />
      </Button>
      <ToggleButton
        className="button button-icon columns-pin"
        aria-label={t("grid.columns.pin", { name })}
        isSelected={layout.pinned.includes(id)}
        onChange={() => onLayout((before) => togglePinned(before, id))}
      >
        <Icon name="pin" />
      </ToggleButton>
    </GridListItem>
  );
}

/** Goes to a row, a column or a cell by a few words. */
import { type JSX, type KeyboardEvent, useMemo, useState } from "react";
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { ModalDialog } from "../../components/popover.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import type { SheetCell } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { type FoundPlace, findPlaces, indexPlaces } from "./find-places.ts";
import type { SearchStore } from "./search-store.ts";
import { searchedSheet } from "./searched-sheet.ts";

import "./go-to-dialog.css";

/** The sheet in which one goes, and the search that the dialog is a part of. */
export type GoToDialogProps = { readonly handle: SheetHandle; readonly store: SearchStore };

const MOST_PLACES = 50;

/** Enter goes to the place that is marked: the first one, until arrows choose another. */
export function GoToDialog({ handle, store }: GoToDialogProps): JSX.Element {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const index = useMemo(() => {
    const { rows, columns } = searchedSheet(handle.props(), language, null);
    return indexPlaces(rows, columns, language);
  }, [handle, language]);
  const places = useMemo(
    () => findPlaces(index, typed, handle.activeCell(), MOST_PLACES),
    [index, typed, handle],
  );
  const close = (): void => store.change({ isGoToOpen: false });
  const go = ({ row, column }: FoundPlace): void => {
    close();
    const columnId = column?.id ?? handle.activeCell().columnId;
    goWhenFree(handle, { rowId: row.id, columnId });
  };
  return (
    <ModalDialog
      title={t("grid.goTo.title")}
      closeLabel={t("grid.goTo.close")}
      isOpen
      size="narrow"
      onClose={close}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField aria-label={t("grid.goTo.field")} autoFocus className="field">
          <span className="field-box">
            <Input
              className="field-input"
              placeholder={t("grid.goTo.hint")}
              onKeyDown={(event) => {
                const [first] = places;
                if (first !== undefined && isBareEnter(event)) go(first);
              }}
            />
          </span>
        </TextField>
        <ListBox
          className="go-to-list"
          aria-label={t("grid.goTo.list")}
          items={places.map((place) => ({ ...place, id: idOf(place) }))}
          dependencies={[language]}
          renderEmptyState={() => (typed.trim() === "" ? null : t("grid.goTo.none"))}
          onAction={(id) => {
            const place = places.find((found) => idOf(found) === id);
            if (place !== undefined) go(place);
          }}
        >
          {(place) => <PlaceItem place={place} id={place.id} />}
        </ListBox>
      </Autocomplete>
    </ModalDialog>
  );
}

/** Enter while no place is marked yet. */
function isBareEnter({ key, currentTarget, nativeEvent }: KeyboardEvent): boolean {
  const isMarked = currentTarget.getAttribute("aria-activedescendant") !== null;
  return key === "Enter" && !isMarked && !nativeEvent.isComposing;
}

function PlaceItem({ place, id }: { readonly place: FoundPlace; readonly id: string }) {
  const { row, column } = place;
  const words = [row.number, row.title, column?.title]
    .filter((text) => text !== undefined && text !== null)
    .join(", ");
  return (
    <ListBoxItem id={id} className="go-to-place" textValue={words} aria-label={words}>
      <span className="go-to-number">{row.number ?? "Σ"}</span>
      <span className="go-to-name">{row.title}</span>
      {column === null ? null : <span className="go-to-column">{column.title}</span>}
    </ListBoxItem>
  );
}

function idOf({ row, column }: FoundPlace): string {
  return JSON.stringify([row.id, column?.id ?? null]);
}

const FRAMES_TO_CLOSE = 3;

/** A dialog that closes gives the focus back first; the sheet takes it for the cell after that. */
function goWhenFree(handle: SheetHandle, cell: SheetCell, frames = FRAMES_TO_CLOSE): void {
  requestAnimationFrame(() => {
    if (frames > 0) goWhenFree(handle, cell, frames - 1);
    else handle.goTo(cell);
  });
}

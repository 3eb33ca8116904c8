/** The field of the search: Enter goes on, Shift+Enter goes back. */
import { type JSX, type KeyboardEvent, useEffect, useRef } from "react";

import { Icon } from "../../components/icon.tsx";
import type { SearchDirection } from "./find-cells.ts";

/** What is typed, and what follows. */
export type FindFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Whenever it changes, the field takes the focus with all of its text selected. */
  readonly asked: number;
  readonly onChange: (value: string) => void;
  readonly onEnter: (direction: SearchDirection) => void;
};

/** A plain field: it must hear Esc and Enter itself. */
export function FindField(props: FindFieldProps): JSX.Element {
  const { label, hint, value, asked, onChange, onEnter } = props;
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "Enter" || isHeld || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter(event.shiftKey ? "previous" : "next");
  };
  return (
    <span className="find-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        className="find-input"
        aria-label={label}
        placeholder={hint}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}

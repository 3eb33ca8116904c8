/** A button is a verb. Primary once on a screen; quiet ones have no frame. */
import type { ReactElement, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

import "./button.css";

/** How much a button stands out; an icon button is square and needs a label. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "icon";

/** What a button does and how it looks. */
export type ButtonProps = {
  readonly kind?: ButtonKind;
  readonly children: ReactNode;
  /** Said aloud in place of the content. */
  readonly label?: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** Sends the form it stands in. */
  readonly type?: "submit";
  /** Words about what opens, for a trigger. */
  readonly slot?: string;
};

/** A button of the product. */
export function Button({
  kind = "secondary",
  children,
  label,
  onPress,
  isDisabled = false,
  type,
  slot,
}: ButtonProps): ReactElement {
  return (
    <AriaButton
      className={`button button-${kind}`}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
      {...(type === undefined ? {} : { type })}
      {...(slot === undefined ? {} : { slot })}
    >
      {children}
    </AriaButton>
  );
}

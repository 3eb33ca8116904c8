/** What floats over the page at a button, and what takes the whole attention. */
import type { ReactElement, ReactNode } from "react";
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components";

import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./popover.css";

/** The button that opens, and what it opens. */
export type PopoverProps = {
  /** A button of react-aria or ours. */
  readonly trigger: ReactElement;
  /** What the popover is, said aloud. */
  readonly label: string;
  /** A form closes it by itself when it is done. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** Opens beside its button; Esc and a press elsewhere close it, focus returns to the button. */
export function Popover({ trigger, label, children }: PopoverProps): ReactElement {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" offset={6}>
        <Dialog className="popover-content" aria-label={label}>
          {typeof children === "function" ? ({ close }) => children(close) : children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

/** A dialog over the page with its name, a line about it, and a way out. */
export type ModalDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  /** What is read through has room; what is filled in is narrow. */
  readonly size?: "wide" | "narrow";
  /** Whether a press beside it closes it; not where something was typed. */
  readonly isDismissable?: boolean;
  /** Without a way to close, it stays until what it asks for is done. */
  readonly closeLabel?: string;
  readonly onClose?: () => void;
};

/** Keeps focus inside until it is closed; Esc closes it. */
export function ModalDialog({
  title,
  isOpen,
  children,
  size = "wide",
  isDismissable = true,
  closeLabel = "",
  onClose,
}: ModalDialogProps): ReactElement {
  return (
    <ModalOverlay
      className="modal-ground"
      isDismissable={isDismissable && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose?.();
      }}
    >
      <Modal className={`modal modal-${size}`}>
        <Dialog className="modal-content">
          <header className="modal-header">
            <Heading slot="title" level={2} className="type-section-title">
              {title}
            </Heading>
            {onClose === undefined ? null : (
              <Button kind="icon" label={closeLabel} onPress={onClose}>
                <Icon name="close" />
              </Button>
            )}
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long is scrolled by keys. */}
          <div className="modal-body" tabIndex={0}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

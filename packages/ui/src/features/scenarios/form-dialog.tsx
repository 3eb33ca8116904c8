/** A dialog with fields: what it is about, what it asks, why it was refused, and one verb. */
import type { ReactElement, ReactNode } from "react";
import { Button as AriaButton, Form } from "react-aria-components";
import { useTranslation } from "react-i18next";

import type { ApiFault } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import "./form-dialog.css";

/** What the dialog asks and what its button does. */
export type FormDialogProps = {
  readonly title: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly isRunning?: boolean;
  readonly canConfirm?: boolean;
  readonly fault?: ApiFault | undefined;
  /** A list to choose from needs room. */
  readonly size?: "wide" | "narrow";
  readonly children?: ReactNode;
};

/** Enter in a field confirms; what was typed stays when the server refuses. */
export function FormDialog({
  title,
  confirm,
  isOpen,
  onClose,
  onConfirm,
  isRunning = false,
  canConfirm = true,
  fault,
  size = "narrow",
  children,
}: FormDialogProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ModalDialog
      title={title}
      closeLabel={t("frame.close")}
      isOpen={isOpen}
      onClose={onClose}
      size={size}
      isDismissable={false}
    >
      <Form
        className="form-dialog"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          if (canConfirm && !isRunning) onConfirm();
        }}
      >
        {children}
        {fault === undefined ? null : <FaultNotice fault={fault} />}
        <div className="form-dialog-actions">
          <AriaButton
            type="submit"
            className="button button-primary"
            isDisabled={!canConfirm}
            isPending={isRunning}
          >
            {confirm}
          </AriaButton>
          <Button onPress={onClose}>{t("scenarios.cancel")}</Button>
        </div>
      </Form>
    </ModalDialog>
  );
}

/** Asks what becomes of figures that were copied in another unit than the column's. */
import type { JSX } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { ModalDialog } from "../../components/popover.tsx";
import type { UnitPair } from "./plan-paste.ts";
import type { UnitWay } from "./read-pasted.ts";
import "./unit-question.css";

/** The units that differ, and what each answer does. */
export type UnitQuestionProps = {
  readonly units: readonly UnitPair[];
  readonly onAnswer: (way: UnitWay) => void;
  readonly onCancel: () => void;
};

/** Nothing is pasted until one of the two ways was chosen. */
export function UnitQuestion({ units, onAnswer, onCancel }: UnitQuestionProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <ModalDialog
      title={t("grid.paste.units.title")}
      closeLabel={t("frame.close")}
      isOpen={true}
      onClose={onCancel}
      size="narrow"
      isDismissable={false}
    >
      {units.map(({ from, to }) => (
        <p key={`${from}\n${to}`} className="unit-question-line">
          {t("grid.paste.units.pair", { from, to })}
        </p>
      ))}
      <div className="unit-question-actions">
        <Button kind="primary" onPress={() => onAnswer("convert")}>
          {t("grid.paste.units.convert")}
        </Button>
        <Button onPress={() => onAnswer("as-is")}>{t("grid.paste.units.asIs")}</Button>
        <Button kind="quiet" onPress={onCancel}>
          {t("grid.paste.units.cancel")}
        </Button>
      </div>
    </ModalDialog>
  );
}

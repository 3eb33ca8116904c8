/** One sentence over the lower edge of a sheet, such as why nothing could be pasted. */
import type { JSX } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import "./editing/refusal-list.css";

/** A refusal is told from what is only told. */
export type Message = { readonly tone: "refused" | "quiet"; readonly text: string };

/** The sheet itself says it aloud, so this is only seen. */
export function SheetMessage({
  message: { tone, text },
  onClose,
}: {
  readonly message: Message;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useTranslation();
  return (
    <div className={`sheet-message sheet-message-${tone}`}>
      <Icon name={tone === "refused" ? "refused" : "info"} />
      <p className="sheet-message-text">{text}</p>
      <Button kind="icon" label={t("frame.close")} onPress={onClose}>
        <Icon name="close" />
      </Button>
    </div>
  );
}

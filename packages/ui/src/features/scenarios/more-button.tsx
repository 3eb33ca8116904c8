/** The way to the rest of a long list. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";

/** How many are on view of how many, and more on a press; nothing when all are. */
export function MoreButton({
  shown,
  all,
  onPress,
}: {
  readonly shown: number;
  readonly all: number;
  readonly onPress: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (all <= shown) return null;
  return (
    <div className="more">
      <Button onPress={onPress}>{t("scenario.findings.more", { shown, all })}</Button>
    </div>
  );
}

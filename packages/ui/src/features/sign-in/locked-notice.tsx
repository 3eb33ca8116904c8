/** After too many failures: how long to wait, counted down. */
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "../../components/icon.tsx";
import { formatCountdown } from "../../format/duration.ts";
import { useCountdown } from "./use-countdown.ts";

/** Read out once; the passing seconds are for the eye. */
export function LockedNotice({
  seconds,
  onOver,
}: {
  readonly seconds: number;
  readonly onOver: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const left = useCountdown(seconds);
  useEffect(() => {
    if (left <= 0) onOver();
  }, [left, onOver]);
  return (
    <div className="notice notice-warning">
      <Icon name="lock" />
      <div className="notice-content">
        <p className="notice-title" role="alert">
          {t("signIn.lockedTitle")}
        </p>
        <p className="notice-text" role="timer">
          {t("signIn.lockedText", { time: formatCountdown(left) })}
        </p>
      </div>
    </div>
  );
}

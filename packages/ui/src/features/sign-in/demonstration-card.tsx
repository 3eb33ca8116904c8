/** The demonstration city: what is in it, and the way to open it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatCount } from "../../format/count.ts";
import { formatMoney } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { renewSession } from "../shell/session.ts";
import { Refusal } from "./refusal.tsx";
import { useElapsed } from "./use-elapsed.ts";

/** What the demonstration city holds. */
const DISTRICTS = 8;
const ORGANISATIONS = 2_256;
const ENVELOPE_TIYN = 43_200_000_000_000n;
const SCENARIOS = 3;

/** While it is opened the seconds are counted, so that the wait is seen to pass. */
export function DemonstrationCard(): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: async () => {
      await sendPlain("POST", "/first-run/demonstration", {});
      return renewSession(client);
    },
  });
  const facts = [
    ["firstRun.districts", formatCount(DISTRICTS, language)],
    ["firstRun.organisations", formatCount(ORGANISATIONS, language)],
    ["firstRun.envelope", formatMoney(ENVELOPE_TIYN, "million", language)],
    ["firstRun.scenarios", formatCount(SCENARIOS, language)],
  ] as const;
  return (
    <section className="card way" aria-labelledby="demonstration-title">
      <Icon name="columns" />
      <h2 id="demonstration-title" className="way-title">
        {t("firstRun.demonstrationTitle")}
      </h2>
      <p className="way-lead">{t("firstRun.demonstrationText")}</p>
      <dl className="way-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="way-foot form-wide">
        <Refusal key={open.submittedAt} error={open.error} onWaitOver={open.reset} />
        {open.isPending ? <Opening /> : null}
        <Button kind="primary" isDisabled={open.isPending} onPress={() => open.mutate()}>
          {t(open.isPending ? "firstRun.opening" : "firstRun.open")}
        </Button>
      </div>
    </section>
  );
}

function Opening(): ReactElement {
  const { t } = useTranslation();
  const seconds = useElapsed();
  return (
    <div className="way-progress">
      <p role="status">{t("firstRun.openingText")}</p>
      <p role="timer">{t("firstRun.openingSeconds", { count: seconds })}</p>
    </div>
  );
}

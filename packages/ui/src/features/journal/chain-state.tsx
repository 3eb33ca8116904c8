/** Whether every entry follows from the one before it, and the hash that proves it elsewhere. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { AuditState } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { formatCount } from "../../format/count.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Answered } from "../shell/answered.tsx";

/** A cut at the end cannot be seen here: the last hash is written down and compared elsewhere. */
export function ChainState({
  chain,
}: {
  readonly chain: UseQueryResult<AuditState>;
}): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const again = (
    <Button onPress={() => void chain.refetch()} isDisabled={chain.isFetching}>
      {t("journal.check")}
    </Button>
  );
  return (
    <Answered query={chain}>
      {({ count, lastHash, brokenAt }) =>
        brokenAt === null ? (
          <section className="card journal-chain">
            <div className="journal-chain-words">
              <p className="journal-chain-title">
                {t("journal.whole", { count, written: formatCount(count, language) })}
              </p>
              <p className="page-lead">{t("journal.wholeText")}</p>
              {lastHash === null ? null : (
                <p>
                  {t("journal.lastHash")} <code className="journal-hash">{lastHash}</code>
                </p>
              )}
            </div>
            {again}
          </section>
        ) : (
          <Notice kind="negative" title={t("journal.broken", { number: brokenAt })} action={again}>
            {t("journal.brokenText")}
          </Notice>
        )
      }
    </Answered>
  );
}

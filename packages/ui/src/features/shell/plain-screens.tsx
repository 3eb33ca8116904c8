/** Screens without a matter of their own: an address that nothing stands at, and the way home. */
import { type ReactElement, useEffect } from "react";
import { useTranslation } from "react-i18next";

import { PageLink } from "../../components/page-link.tsx";
import { useGoTo } from "../../navigation.ts";
import { LoadingScreen, Message } from "../workbook/screens.tsx";

/** Nothing stands at this address. */
export function UnknownScreen(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t("states.unknownTitle")} · Zhanbasy`}</title>
      <Message title={t("states.unknownTitle")} text={t("states.unknownText")}>
        <PageLink href="/">{t("states.home")}</PageLink>
      </Message>
    </>
  );
}

/** Whoever is signed in already has nothing to do at the sign-in. */
export function GoHome(): ReactElement {
  const goTo = useGoTo();
  useEffect(() => goTo("/"), [goTo]);
  return <LoadingScreen />;
}

/** An invited person makes their account: the name as they write it, and a password. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpenInvitation } from "@zhanbasy/api/contract";
import { type ReactElement, type SubmitEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { findApiFault, getJson, sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { FaultNotice } from "../../components/fault-notice.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { AfterMoment, Skeleton } from "../../components/skeleton.tsx";
import { TextField } from "../../components/text-field.tsx";
import { adoptLanguage } from "../../i18n/texts.ts";
import { useGoTo } from "../../navigation.ts";
import { renewSession } from "../shell/session.ts";
import { Door } from "./door.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { findPasswordFault } from "./password-fault.ts";
import { isWaiting, Refusal } from "./refusal.tsx";

/** What was offered, in the language in which it was offered. */
export function InvitationScreen({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation();
  const offer = useQuery({
    queryKey: ["offer", token],
    queryFn: ({ signal }) => getJson("/invitations/{token}/offer", { path: { token } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const language = offer.data?.language;
  useEffect(() => {
    if (language !== undefined) adoptLanguage(language);
  }, [language]);
  const content = (): ReactElement => {
    if (offer.data !== undefined) return <AcceptForm token={token} offer={offer.data} />;
    if (offer.error === null) {
      return (
        <AfterMoment>
          <Skeleton width="60%" />
        </AfterMoment>
      );
    }
    const fault = findApiFault(offer.error);
    if (fault === undefined) throw offer.error;
    return (
      <>
        <FaultNotice fault={fault} />
        <p className="door-note">
          <PageLink href="/">{t("invitation.toSignIn")}</PageLink>
        </p>
      </>
    );
  };
  const role = offer.data?.role;
  const lead = role === undefined ? undefined : t("invitation.lead", { role: t(`role.${role}`) });
  return (
    <Door title={t("invitation.title")} lead={lead}>
      {content()}
    </Door>
  );
}

function AcceptForm({
  token,
  offer,
}: {
  readonly token: string;
  readonly offer: OpenInvitation;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const goTo = useGoTo();
  const [name, setName] = useState(offer.name);
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: async () => {
      const path = `/invitations/${encodeURIComponent(token)}/acceptance`;
      await sendPlain("POST", path, { name: name.trim(), password });
      return renewSession(client);
    },
    onSuccess: () => goTo("/"),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const isFilled = name.trim() !== "" && findPasswordFault(password) === undefined;
    if (isFilled && !accept.isPending) accept.mutate();
  };
  return (
    <form className="form form-wide" noValidate onSubmit={submit}>
      <Refusal key={accept.submittedAt} error={accept.error} onWaitOver={accept.reset} />
      <TextField
        label={t("signIn.email")}
        type="email"
        autoComplete="username"
        value={offer.email}
        onChange={() => undefined}
        isReadOnly
      />
      <TextField
        label={t("account.name")}
        autoComplete="name"
        value={name}
        onChange={setName}
        maxLength={200}
        error={isTried && name.trim() === "" ? t("form.missing") : undefined}
        isRequired
      />
      <NewPasswordField
        label={t("password.choose")}
        value={password}
        onChange={setPassword}
        isTried={isTried}
      />
      <Button kind="primary" type="submit" isDisabled={accept.isPending || isWaiting(accept.error)}>
        {t("invitation.accept")}
      </Button>
    </form>
  );
}

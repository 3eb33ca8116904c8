/** The first administrator, proved by the code that stands on the console of the program. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { renewSession } from "../shell/session.ts";
import { isEmail } from "./is-email.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { findPasswordFault } from "./password-fault.ts";
import { isWaiting, Refusal } from "./refusal.tsx";

const NOTHING = { code: "", name: "", email: "", password: "" };

/** The account speaks the language in which it was made. */
export function AdministratorForm(): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [typed, setTyped] = useState(NOTHING);
  const [isTried, setTried] = useState(false);
  const { code, name, email, password } = typed;
  const create = useMutation({
    mutationFn: async () => {
      const person = { code: code.trim(), name: name.trim(), email: email.trim(), password };
      await sendPlain("POST", "/first-run", { ...person, language });
      return renewSession(client);
    },
  });
  const set = (part: keyof typeof NOTHING) => (value: string) =>
    setTyped((before) => ({ ...before, [part]: value }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const isFilled = code.trim() !== "" && name.trim() !== "" && isEmail(email);
    if (isFilled && findPasswordFault(password) === undefined && !create.isPending) create.mutate();
  };
  const missing = (value: string): string | undefined =>
    isTried && value.trim() === "" ? t("form.missing") : undefined;
  return (
    <section className="card way" aria-labelledby="administrator-title">
      <Icon name="lock" />
      <h2 id="administrator-title" className="way-title">
        {t("firstRun.administratorTitle")}
      </h2>
      <p className="way-lead">{t("firstRun.administratorText")}</p>
      <form className="form way-form" noValidate onSubmit={submit}>
        <TextField
          label={t("firstRun.code")}
          name="code"
          autoComplete="one-time-code"
          description={t("firstRun.codeText")}
          value={code}
          onChange={set("code")}
          error={missing(code)}
          isRequired
        />
        <TextField
          label={t("account.name")}
          name="name"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={set("name")}
          error={missing(name)}
          isRequired
        />
        <TextField
          label={t("signIn.email")}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={set("email")}
          error={isTried && !isEmail(email) ? t("form.email") : undefined}
          isRequired
        />
        <NewPasswordField
          label={t("password.choose")}
          value={password}
          onChange={set("password")}
          isTried={isTried}
        />
        <div className="way-foot form-wide">
          <Refusal key={create.submittedAt} error={create.error} onWaitOver={create.reset} />
          <Button type="submit" isDisabled={create.isPending || isWaiting(create.error)}>
            {t("firstRun.create")}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What a person changes of themselves: name, language of letters, password, sessions elsewhere. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { sendPlain } from "../../api-client.ts";
import { Button } from "../../components/button.tsx";
import { ChoiceField } from "../../components/choice-field.tsx";
import { PasswordField } from "../../components/password-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { LANGUAGES, type Language } from "../../i18n/language.ts";
import { switchLanguage } from "../../i18n/texts.ts";
import { renewSession, useFoundSession, usePerson } from "../shell/session.ts";
import { NewPasswordField } from "../sign-in/new-password-field.tsx";
import { findPasswordFault } from "../sign-in/password-fault.ts";
import { Refusal } from "../sign-in/refusal.tsx";
import "./account.css";

/** Each part is saved by itself. */
export function AccountScreen(): ReactElement {
  const { t } = useTranslation();
  const person = usePerson();
  return (
    <>
      <title>{`${t("account.title")} · Zhanbasy`}</title>
      <header>
        <h1 className="type-screen-title">{t("account.title")}</h1>
        <p className="page-lead">
          {person.email} · {t(`role.${person.role}`)}
        </p>
      </header>
      <div className="account-parts">
        <ProfilePart />
        {person.isSample ? null : <PasswordPart />}
        <SessionsPart />
      </div>
    </>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="card">
      <header className="card-head">
        <h2 className="type-section-title">{title}</h2>
      </header>
      <div className="card-body">{children}</div>
    </section>
  );
}

function ProfilePart(): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const person = usePerson();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState<Language>(person.language);
  const save = useMutation({
    mutationFn: async () => {
      await sendPlain("PATCH", "/session/person", { name: name.trim(), language });
      await renewSession(client);
      await switchLanguage(language);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== "" && !save.isPending) save.mutate();
  };
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      save.reset();
      set(value);
    };
  return (
    <Part title={t("account.profile")}>
      <form className="form" noValidate onSubmit={submit}>
        <Refusal error={save.error} onWaitOver={save.reset} />
        <TextField
          label={t("account.name")}
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={changed(setName)}
          error={name.trim() === "" ? t("form.missing") : undefined}
          isRequired
        />
        <ChoiceField
          label={t("account.language")}
          description={t("account.languageText")}
          options={LANGUAGES.map((id) => ({ id, name: t(`language.${id}`) }))}
          selected={language}
          onSelect={changed(setLanguage)}
        />
        <SaveLine isPending={save.isPending} isSaved={save.isSuccess} />
      </form>
    </Part>
  );
}

function PasswordPart(): ReactElement {
  const { t } = useTranslation();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => sendPlain("POST", "/session/password", { current, next }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      setTried(false);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const isFilled = current !== "" && findPasswordFault(next) === undefined;
    if (isFilled && !change.isPending) change.mutate();
  };
  return (
    <Part title={t("account.password")}>
      <form className="form" noValidate onSubmit={submit}>
        <Refusal key={change.submittedAt} error={change.error} onWaitOver={change.reset} />
        <PasswordField
          label={t("password.current")}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={isTried && current === "" ? t("form.missing") : undefined}
          isRequired
        />
        <NewPasswordField
          label={t("password.new")}
          value={next}
          onChange={setNext}
          isTried={isTried}
        />
        <p className="page-lead">{t("account.passwordText")}</p>
        <SaveLine isPending={change.isPending} isSaved={change.isSuccess} />
      </form>
    </Part>
  );
}

function SessionsPart(): ReactElement {
  const { t } = useTranslation();
  const session = useFoundSession();
  const end = useMutation({ mutationFn: () => sendPlain("DELETE", "/session/others") });
  return (
    <Part title={t("account.sessions")}>
      <div className="form">
        <p>{t("account.sessionsText", { count: session?.idleMinutes ?? 0 })}</p>
        <Refusal error={end.error} onWaitOver={end.reset} />
        <div className="form-actions form-actions-start">
          <Button onPress={() => end.mutate()} isDisabled={end.isPending}>
            {t("account.endOthers")}
          </Button>
          <SavedWord isShown={end.isSuccess} word={t("account.othersEnded")} />
        </div>
      </div>
    </Part>
  );
}

function SaveLine({
  isPending,
  isSaved,
}: {
  readonly isPending: boolean;
  readonly isSaved: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="form-actions form-actions-start">
      <Button type="submit" isDisabled={isPending}>
        {t("form.save")}
      </Button>
      <SavedWord isShown={isSaved} word={t("form.saved")} />
    </div>
  );
}

function SavedWord({
  isShown,
  word,
}: {
  readonly isShown: boolean;
  readonly word: string;
}): ReactElement {
  return (
    <span className="saved-word" role="status">
      {isShown ? word : ""}
    </span>
  );
}
